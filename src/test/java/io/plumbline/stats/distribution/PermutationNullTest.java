package io.plumbline.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationNullTest {

    @Test
    void sameSeedGivesTheSameThreshold() {
        long[] first = {40, 30, 20, 10};
        long[] second = {44, 26, 21, 9};
        assertThat(PermutationNull.jsThreshold(first, second, 2, 0.95, 2000, 7))
            .isEqualTo(PermutationNull.jsThreshold(first, second, 2, 0.95, 2000, 7));
    }

    /**
     * The mean of Pearson's statistic over all permutations is (categories - 1) N / (N - 1), exactly; small and large counts take
     * different draws.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 50, 5_000, 500_000})
    void chiSquaredHasItsExactPermutationMean(long scale) {
        long[] first = {12 * scale, 7 * scale, 5 * scale, 3 * scale};
        long[] second = {20 * scale, 9 * scale, 8 * scale, scale};
        double n = 65.0 * scale;
        double mean = PermutationNull.of(first, second, CellContribution.chiSquared(), 40_000, 11).mean();
        assertThat(mean).isCloseTo(3 * n / (n - 1), within(5 * Math.sqrt(6.0 / 40_000)));
    }

    @Test
    void anotherSampleOfTheSameSourceStaysUnderTheThreshold() {
        SplittableRandom random = new SplittableRandom(3);
        int over = 0;
        for (int trial = 0; trial < 400; trial++) {
            long[] first = sample(random, 300);
            long[] second = sample(random, 200);
            double threshold = PermutationNull.jsThreshold(first, second, 2, 0.95, 400, trial);
            over += JensenShannon.distance(asDoubles(first), asDoubles(second), 2) > threshold ? 1 : 0;
        }
        assertThat(over / 400.0).isCloseTo(0.05, within(0.035));
    }

    @Test
    void theObservedTableCountsSoThatPIsNeverZero() {
        PermutationNull chance = PermutationNull.of(new long[] {100, 0}, new long[] {0, 100}, CellContribution.jensenShannon(2), 999, 1);
        assertThat(chance.pValue(1)).isEqualTo(0.001);
    }

    @Test
    void anEmptySampleIsRefused() {
        assertThatThrownBy(() -> PermutationNull.jsThreshold(new long[] {0, 0}, new long[] {1, 2}, 2, 0.95, 10, 1))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no records");
        assertThatThrownBy(() -> JensenShannon.distance(new double[] {1, Double.NaN}, new double[] {1, 2}, 2))
            .isInstanceOf(IllegalArgumentException.class);
    }

    private static long[] sample(SplittableRandom random, int n) {
        long[] counts = new long[6];
        for (int i = 0; i < n; i++) {
            counts[Math.min(5, (int) (-2 * Math.log(1 - random.nextDouble())))]++;
        }
        return counts;
    }

    private static double[] asDoubles(long[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }
}
