package io.plumbline.stats.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Searches that look at some of the indices only, or build segments from below. */
class CoarseSearchTest {

    @Test
    void onlyEveryStepthIndexBeginsASegment() {
        double[] x = levels(103, 2, 33, 71);
        SteppedCost stepped = new SteppedCost(new MeanCost(x), 5, 7);
        int[] found = stepped.indices(Pelt.segment(stepped, 12, stepped.minCells()));
        assertThat(found).containsExactly(35, 70);
        assertThat(stepped.size()).isEqualTo(21);
        assertThat(stepped.minCells()).isEqualTo(2);
    }

    @Test
    void aStepOfOneChangesNothing() {
        for (int seed = 0; seed < 50; seed++) {
            MeanCost cost = new MeanCost(levels(60, seed, 20, 45));
            SteppedCost stepped = new SteppedCost(cost, 1, 3);
            assertThat(stepped.indices(Pelt.segment(stepped, 8, stepped.minCells()))).containsExactly(Pelt.segment(cost, 8, 3));
        }
    }

    @Test
    void aShortLastCellIsNoSegmentOfItsOwn() {
        double[] x = new double[52];
        x[50] = 9;
        x[51] = 9;
        SteppedCost stepped = new SteppedCost(new MeanCost(x), 5, 3);
        assertThat(stepped.indices(Pelt.segment(stepped, 1, stepped.minCells()))).doesNotContain(50);
    }

    @Test
    void mergingFromBelowFindsClearChanges() {
        MeanCost cost = new MeanCost(levels(120, 3, 40, 80));
        assertThat(BottomUpSegmentation.withChanges(cost, 2, 1, 2)).hasSize(2).satisfies(found -> {
            assertThat(found[0]).isCloseTo(40, within(3));
            assertThat(found[1]).isCloseTo(80, within(3));
        });
        assertThat(BottomUpSegmentation.segment(cost, 25, 1, 2)).hasSize(2);
        assertThat(BottomUpSegmentation.segment(cost, Double.POSITIVE_INFINITY, 1, 2)).isEmpty();
    }

    @Test
    void mergingFromBelowKeepsTheSmallestSegmentAndTheStep() {
        for (int seed = 0; seed < 50; seed++) {
            int[] found = BottomUpSegmentation.segment(new MeanCost(levels(101, seed, 40)), 0.1, 3, 7);
            int[] ends = IntStream.concat(IntStream.of(0), IntStream.concat(Arrays.stream(found), IntStream.of(101))).toArray();
            assertThat(IntStream.range(1, ends.length).map(i -> ends[i] - ends[i - 1]).min().orElseThrow()).isGreaterThanOrEqualTo(7);
            assertThat(Arrays.stream(found).map(at -> at % 3)).containsOnly(0);
        }
    }

    @Test
    void seriesTooShortToCutHaveNoChange() {
        assertThat(BottomUpSegmentation.segment(new MeanCost(new double[0]), 0, 1, 2)).isEmpty();
        assertThat(BottomUpSegmentation.segment(new MeanCost(new double[] {1, 5, 9}), 0, 1, 2)).isEmpty();
        assertThatThrownBy(() -> BottomUpSegmentation.segment(new MeanCost(new double[4]), 0, 0, 2))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SteppedCost(new MeanCost(new double[4]), 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowTakesPeaksThatAreWorthThePenalty() {
        MeanCost cost = new MeanCost(levels(160, 5, 50, 110));
        assertThat(SlidingWindowSegmentation.segment(cost, 40, 60, 1, 2)).hasSize(2);
        assertThat(SlidingWindowSegmentation.segment(cost, 40, 1e9, 1, 2)).isEmpty();
        assertThat(SlidingWindowSegmentation.withChanges(cost, 40, 2, 5, 2)).containsExactly(50, 110);
    }

    @Test
    void gammaOfShapeOneCutsLikeExponential() {
        double[] x = Arrays.stream(levels(80, 7, 30)).map(Math::exp).toArray();
        ExponentialCost exponential = new ExponentialCost(x);
        GammaCost gamma = new GammaCost(x, 1);
        assertThat(gamma.cost(3, 20)).isCloseTo(exponential.cost(3, 20), within(1e-9));
        assertThat(Pelt.segment(new GammaCost(x, 2.5), 20, 2)).hasSize(1);
        assertThatThrownBy(() -> new GammaCost(new double[] {1, 0}, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GammaCost(new double[] {1}, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void binarySegmentationStopsAtTheMostChanges() {
        MeanCost cost = new MeanCost(levels(160, 5, 50, 110));
        assertThat(BinarySegmentation.segment(cost, 10, 1, 2)).hasSize(1);
    }

    /** Noise of deviation 1/2 whose level goes up by 3 and down again at the given places. */
    private static double[] levels(int size, long seed, int... changes) {
        Random random = new Random(seed);
        return IntStream.range(0, size)
            .mapToDouble(i -> 3 * (Arrays.stream(changes).filter(change -> change <= i).count() % 2) + random.nextGaussian() / 2).toArray();
    }
}
