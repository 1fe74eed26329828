package io.plumbline.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.PairedCounts;
import io.plumbline.stats.proportion.RelativeChange;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    /** Spatial test data of Efron & Tibshirani 1993, table 14.1: the variance of 26 values has the BCa 90 % interval (115.8, 259.6). */
    @Test
    void biasCorrectedIntervalOfAVarianceIsTheTextbooks() {
        double[] a = {48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41};
        Interval interval = Bootstrap.biasCorrected(a.length, times -> variance(a, times), 0.9, 20_000, 1);
        assertThat(interval.lower()).isCloseTo(115.8, within(3.0));
        assertThat(interval.upper()).isCloseTo(259.6, within(6.0));
    }

    @Test
    void bootstrapAgreesWithNewcombeForALargeSample() {
        PairedCounts counts = new PairedCounts(1730, 160, 60, 50);
        Interval newcombe = RelativeChange.paired(counts, 0.95);
        Interval bootstrap = PairedChangeBootstrap.biasCorrected(counts, 0.95, 20_000, 5);
        assertThat(bootstrap.lower()).isCloseTo(newcombe.lower(), within(0.003));
        assertThat(bootstrap.upper()).isCloseTo(newcombe.upper(), within(0.003));
        assertThat(bootstrap.contains(RelativeChange.of(counts))).isTrue();
    }

    @Test
    void clustersOfEqualRecordsCountOnce() {
        long[] n = new long[100];
        long[] k = new long[100];
        Arrays.fill(n, 10);
        for (int i = 0; i < 100; i++) {
            k[i] = i % 2 == 0 ? 10 : 0;
        }
        ClusteredRate rate = ClusteredRate.of(k, n);
        assertThat(rate.rate()).isEqualTo(0.5);
        assertThat(rate.designEffect()).isCloseTo(10, within(0.2));
        assertThat(rate.effectiveN()).isCloseTo(99, within(1e-9));
    }

    @Test
    void clusterBootstrapCoversWhereIndependenceWouldNot() {
        SplittableRandom random = new SplittableRandom(77);
        int covered = 0;
        int trials = 300;
        for (int trial = 0; trial < trials; trial++) {
            long[] n = new long[60];
            long[] k = new long[60];
            for (int i = 0; i < n.length; i++) {
                n[i] = 5 + random.nextInt(11);
                double p = random.nextDouble() < 0.3 ? 0.9 : 0.2;
                for (int j = 0; j < n[i]; j++) {
                    k[i] += random.nextDouble() < p ? 1 : 0;
                }
            }
            covered += ClusteredRate.bootstrap(k, n, 0.95, 400, trial).contains(0.41) ? 1 : 0;
        }
        assertThat((double) covered / trials).isBetween(0.91, 0.985);
    }

    @Test
    void aConstantStatisticHasAPointForAnInterval() {
        assertThat(Bootstrap.biasCorrected(5, times -> 3, 0.95, 100, 1)).isEqualTo(new Interval(3, 3));
        assertThat(ClusteredRate.of(new long[] {4, 4}, new long[] {4, 4}).designEffect()).isEqualTo(1);
    }

    @Test
    void anUndefinedStatisticIsRefused() {
        assertThatThrownBy(() -> Bootstrap.of(5, times -> Double.NaN, 100, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedChangeBootstrap.relativeChange(new PairedCounts(0, 0, 1, 1), 100, 1))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClusteredRate.of(new long[] {1}, new long[] {2})).hasMessageContaining("clusters");
    }

    private static double variance(double[] values, int[] times) {
        double n = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            n += times[i];
            sum += times[i] * values[i];
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += times[i] * (values[i] - sum / n) * (values[i] - sum / n);
        }
        return squares / n;
    }
}
