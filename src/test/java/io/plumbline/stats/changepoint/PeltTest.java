package io.plumbline.stats.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PeltTest {

    @Test
    void rateThatFallsOnceIsFoundWhereItFalls() {
        long[] k = {90, 91, 89, 92, 90, 60, 62, 58, 61, 60};
        long[] n = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
        assertThat(Pelt.binomial(k, n, 3 * Math.log(10), 2)).containsExactly(5);
    }

    @Test
    void constantRateHasNoChange() {
        long[] k = {5, 5, 5, 5, 5, 5};
        long[] n = {10, 10, 10, 10, 10, 10};
        assertThat(Pelt.binomial(k, n, 1, 1)).isEmpty();
    }

    @Test
    void emptyBucketsBelongToNoRate() {
        long[] k = {9, 0, 9, 0, 1, 0, 1};
        long[] n = {10, 0, 10, 0, 10, 0, 10};
        assertThat(Pelt.binomial(k, n, 2, 1)).hasSize(1);
    }

    @Test
    void emptySeriesHasNoChange() {
        assertThat(Pelt.binomial(new long[0], new long[0], 1, 1)).isEmpty();
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> Pelt.binomial(new long[] {3}, new long[] {2}, 1, 1))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Bucket 0");
    }

    @Test
    void intervalOfChangePointHoldsTheChange() {
        SplittableRandom random = new SplittableRandom(1);
        long[] k = new long[60];
        long[] n = new long[60];
        for (int i = 0; i < 60; i++) {
            n[i] = 80 + random.nextInt(40);
            k[i] = Math.round(n[i] * (i < 35 ? 0.9 : 0.8));
        }
        int[] interval = ChangePointInterval.binomialBootstrap(k, n, 0, 60, 35, 0.95, 500, 7);
        assertThat(interval[0]).isBetween(25, 35);
        assertThat(interval[1]).isBetween(35, 45);
    }

    @Test
    void intervalOfAClearShiftIsNarrowAndOfAFaintOneWide() {
        SplittableRandom random = new SplittableRandom(2);
        double[] clear = new double[100];
        double[] faint = new double[100];
        for (int i = 0; i < 100; i++) {
            double noise = random.nextGaussian();
            clear[i] = noise + (i < 40 ? 0 : 8);
            faint[i] = noise + (i < 40 ? 0 : 0.8);
        }
        int[] narrow = ChangePointInterval.meanBootstrap(clear, 0, 100, 40, 0.95, 300, 5);
        int[] wide = ChangePointInterval.meanBootstrap(faint, 0, 100, 40, 0.95, 300, 5);
        assertThat(narrow).containsExactly(40, 40);
        assertThat(wide[1] - wide[0]).isGreaterThan(5);
        assertThat(wide[0]).isLessThanOrEqualTo(40);
    }

    @Test
    void cusumLocatesTheShift() {
        long[] k = {90, 91, 89, 92, 90, 60, 62, 58, 61, 60};
        long[] n = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
        CusumLocation location = CusumLocation.binomial(k, n);
        assertThat(location.changePoint()).isEqualTo(5);
        assertThat(location.pValue()).isLessThan(1e-6);
    }
}
