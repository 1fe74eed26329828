package io.plumbline.stats.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds for every series, tried on random ones. */
class SegmentationPropertiesTest {

    private static final int SERIES = 1_000;

    @Test
    void peltFindsWhatUnprunedPartitioningFinds() {
        RandomGenerator random = new SplittableRandom(20_261);
        for (int s = 0; s < SERIES; s++) {
            SegmentCost cost = randomCost(random);
            double penalty = random.nextDouble(0.1, 20);
            int minSegment = 1 + random.nextInt(6);
            int[] pruned = Pelt.segment(cost, penalty, minSegment);
            int[] unpruned = OptimalPartitioning.segment(cost, penalty, minSegment);
            assertThat(penalised(cost, pruned, penalty)).as("series %d: %s, %s", s, Arrays.toString(pruned), Arrays.toString(unpruned))
                .isCloseTo(penalised(cost, unpruned, penalty), within(1e-7));
        }
    }

    @Test
    void functionalPruningFindsWhatUnprunedPartitioningFinds() {
        RandomGenerator random = new SplittableRandom(20_262);
        for (int s = 0; s < SERIES; s++) {
            double[] values = steps(random, 2 + random.nextInt(150));
            double penalty = random.nextDouble(0.1, 20);
            int minSegment = 1 + random.nextInt(6);
            MeanCost cost = new MeanCost(values);
            int[] fast = FunctionalPruning.mean(values, penalty, minSegment);
            int[] slow = OptimalPartitioning.segment(cost, penalty, minSegment);
            assertThat(penalised(cost, fast, penalty)).as("series %d: %s, %s", s, Arrays.toString(fast), Arrays.toString(slow))
                .isCloseTo(penalised(cost, slow, penalty), within(1e-7));
        }
    }

    @Test
    void segmentsAreNeverShorterThanAsked() {
        RandomGenerator random = new SplittableRandom(3);
        for (int s = 0; s < 200; s++) {
            int minSegment = 1 + random.nextInt(8);
            SegmentCost cost = randomCost(random);
            int from = 0;
            for (int change : Pelt.segment(cost, 0.5, minSegment)) {
                assertThat(change - from).isGreaterThanOrEqualTo(minSegment);
                from = change;
            }
            assertThat(cost.size() - from).isGreaterThanOrEqualTo(Math.min(cost.size(), minSegment));
        }
    }

    @Test
    void cuttingNeverRaisesTheCost() {
        RandomGenerator random = new SplittableRandom(4);
        for (int s = 0; s < SERIES; s++) {
            SegmentCost cost = randomCost(random);
            int size = cost.size();
            if (size < 3) {
                continue;
            }
            int cut = 1 + random.nextInt(size - 1);
            assertThat(cost.cost(0, cut) + cost.cost(cut, size) + cost.pruningSlack()).isLessThanOrEqualTo(cost.cost(0, size) + 1e-7);
        }
    }

    @Test
    void constantSeriesHasNoChange() {
        double[] constant = new double[50];
        Arrays.fill(constant, 3.25);
        assertThat(FunctionalPruning.mean(constant, 1, 1)).isEmpty();
        assertThat(Pelt.segment(new MeanCost(constant), 1, 1)).isEmpty();
        assertThat(Pelt.segment(new TrendCost(constant), 1, 3)).isEmpty();
        assertThat(Pelt.segment(new RankCost(constant), 1, 3)).isEmpty();
    }

    @Test
    void morePenaltyNeverGivesMoreChanges() {
        RandomGenerator random = new SplittableRandom(5);
        for (int s = 0; s < 100; s++) {
            MeanCost cost = new MeanCost(steps(random, 120));
            List<Crops.Step> path = Crops.path(cost, 0.5, 60, 1);
            for (int i = 1; i < path.size(); i++) {
                assertThat(path.get(i).segmentation().changes()).isLessThan(path.get(i - 1).segmentation().changes());
                assertThat(path.get(i).fromPenalty()).isGreaterThanOrEqualTo(path.get(i - 1).fromPenalty());
                double between = i + 1 < path.size() ? (path.get(i).fromPenalty() + path.get(i + 1).fromPenalty()) / 2 : 60;
                assertThat(Pelt.segment(cost, between, 1)).hasSize(path.get(i).segmentation().changes());
            }
        }
    }

    @Test
    void segmentNeighbourhoodContainsThePenalisedOptimum() {
        RandomGenerator random = new SplittableRandom(6);
        for (int s = 0; s < 100; s++) {
            MeanCost cost = new MeanCost(steps(random, 60));
            int[] changes = Pelt.segment(cost, 8, 2);
            assertThat(SegmentNeighbourhood.upTo(cost, changes.length, 2).get(changes.length).cost())
                .isCloseTo(Segmentation.at(cost, changes).cost(), within(1e-8));
        }
    }

    private static double penalised(SegmentCost cost, int[] changes, double penalty) {
        return Segmentation.at(cost, changes).cost() + penalty * changes.length;
    }

    private static SegmentCost randomCost(RandomGenerator random) {
        int size = 4 + random.nextInt(90);
        double[] values = steps(random, size);
        return switch (random.nextInt(8)) {
            case 0 -> new MeanCost(values);
            case 1 -> new TrendCost(values);
            case 2 -> new RankCost(values);
            case 3 -> new PoissonCost(Arrays.stream(values).map(v -> Math.floor(Math.abs(v))).toArray());
            case 4 -> new ModifiedBicCost(new MeanCost(values));
            case 5 -> new VarianceCost(values, 0);
            case 6 -> new AbsoluteDeviationCost(values);
            default -> binomial(random, size);
        };
    }

    private static BinomialCost binomial(RandomGenerator random, int size) {
        long[] k = new long[size];
        long[] n = new long[size];
        for (int i = 0; i < size; i++) {
            n[i] = random.nextInt(40);
            k[i] = n[i] == 0 ? 0 : random.nextLong(n[i] + 1);
        }
        return new BinomialCost(k, n);
    }

    private static double[] steps(RandomGenerator random, int size) {
        double[] values = new double[size];
        double level = 0;
        for (int i = 0; i < size; i++) {
            level = random.nextDouble() < 0.05 ? random.nextGaussian() * 3 : level;
            values[i] = level + random.nextGaussian();
        }
        return values;
    }
}
