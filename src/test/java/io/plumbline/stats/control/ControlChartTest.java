package io.plumbline.stats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    @Test
    void limitsOfAProportionStayInsideZeroAndOne() {
        Interval limits = PChart.limits(0.98, 20, 3);
        assertThat(limits.upper()).isEqualTo(1);
        assertThat(limits.lower()).isCloseTo(0.98 - 3 * Math.sqrt(0.98 * 0.02 / 20), within(1e-15));
    }

    @Test
    void limitsOfCertaintyAreCertain() {
        assertThat(PChart.limits(1, 20, 3)).isEqualTo(new Interval(1, 1));
        assertThat(LaneyPPrimeChart.of(new long[] {5, 7}, new long[] {5, 7}, 3).above()).isEmpty();
    }

    @Test
    void limitsShrinkAsBucketsGrow() {
        double wide = PChart.limits(0.9, 100, 3).upper() - PChart.limits(0.9, 100, 3).lower();
        double narrow = PChart.limits(0.9, 400, 3).upper() - PChart.limits(0.9, 400, 3).lower();
        assertThat(narrow).isCloseTo(wide / 2, within(0.02));
    }

    @Test
    void everyWesternElectricRuleFindsItsPattern() {
        assertThat(WesternElectricRules.ONE_POINT_BEYOND_THREE_SIGMA.signals(new double[] {0, 3.1, -3.1, 3})).containsExactly(1, 2);
        assertThat(WesternElectricRules.TWO_OF_THREE_BEYOND_TWO_SIGMA.signals(new double[] {2.1, 0, 2.1, -2.1, 2.1})).containsExactly(2, 4);
        assertThat(WesternElectricRules.FOUR_OF_FIVE_BEYOND_ONE_SIGMA.signals(new double[] {1.1, 1.2, 0, 1.3, 1.1, 0})).containsExactly(4);
        assertThat(WesternElectricRules.EIGHT_IN_A_ROW_ON_ONE_SIDE.signals(new double[] {-1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1}))
            .containsExactly(8, 9);
    }

    @Test
    void everyNelsonRuleFindsItsPattern() {
        assertThat(NelsonRules.NINE_IN_A_ROW_ON_ONE_SIDE.signals(filled(10, -0.5))).containsExactly(8, 9);
        assertThat(NelsonRules.SIX_IN_A_ROW_RISING_OR_FALLING.signals(new double[] {1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.4}))
            .containsExactly(6);
        double[] zigzag = new double[15];
        for (int i = 0; i < zigzag.length; i++) {
            zigzag[i] = i % 2 == 0 ? 0.5 : -0.5;
        }
        assertThat(NelsonRules.FOURTEEN_IN_A_ROW_ALTERNATING.signals(zigzag)).containsExactly(13, 14);
        assertThat(NelsonRules.FIFTEEN_IN_A_ROW_WITHIN_ONE_SIGMA.signals(filled(16, 0.9))).containsExactly(14, 15);
        assertThat(NelsonRules.EIGHT_IN_A_ROW_OUTSIDE_ONE_SIGMA.signals(new double[] {2, -2, 2, -2, 2, -2, 2, -2, 0})).containsExactly(7);
        assertThat(NelsonRules.TWO_OF_THREE_BEYOND_TWO_SIGMA.signals(new double[] {0, 0, 2.5})).isEmpty();
        assertThat(NelsonRules.FOUR_OF_FIVE_BEYOND_ONE_SIGMA.signals(filled(5, 1.5))).containsExactly(3, 4);
        assertThat(NelsonRules.ONE_POINT_BEYOND_THREE_SIGMA.signals(new double[] {3.5})).containsExactly(0);
    }

    @Test
    void allRulesComeInOrderOfThePoints() {
        assertThat(WesternElectricRules.all(new double[] {2.5, 3.5, -3.5}).stream().map(WesternElectricRules.Signal::index).toList())
            .isSorted().contains(1, 2);
    }

    @Test
    void shortBaselinesGetStudentLimits() {
        double[] baseline = {4, 5, 6, 5, 4};
        Interval limits = ShortBaselineLimits.of(baseline, 3);
        double t = -new TDistribution(4).inverseCumulativeProbability(0.00134989803163);
        assertThat(limits.upper() - 4.8).isCloseTo(t * Math.sqrt(0.7) * Math.sqrt(1.2), within(1e-6));
        assertThat(ShortBaselineLimits.factor(5, 3)).isGreaterThan(ShortBaselineLimits.factor(20, 3)).isGreaterThan(3);
        assertThat(ShortBaselineLimits.factor(100_000, 3)).isCloseTo(3, within(1e-3));
    }

    @Test
    void binomialCusumSignalsAfterTheRateFalls() {
        long[] n = new long[40];
        long[] k = new long[40];
        Arrays.fill(n, 100);
        for (int i = 0; i < 40; i++) {
            k[i] = i < 20 ? 90 : 82;
        }
        BinomialCusum cusum = BinomialCusum.of(k, n, 0.9, 0.82, 4.5);
        assertThat(cusum.signals()[0]).isBetween(20, 25);
        assertThat(Arrays.stream(cusum.statistic()).limit(20).max().orElseThrow()).isZero();
    }

    @Test
    void cusumOfARateUsesEachBucketsSize() {
        Cusum small = Cusum.binomial(0.5, new long[] {6}, new long[] {10}, 0, 4, 0);
        Cusum large = Cusum.binomial(0.5, new long[] {600}, new long[] {1000}, 0, 4, 0);
        assertThat(large.upper()[0]).isCloseTo(10 * small.upper()[0], within(1e-12));
    }

    @Test
    void constantsBeyondTheTableContinueIt() {
        assertThat(ControlChartConstants.d2(26)).isBetween(3.93, 3.99);
        assertThat(ControlChartConstants.d3(26)).isBetween(0.69, 0.7085);
        assertThat(ControlChartConstants.c4(5)).isCloseTo(0.9399856, within(1e-7));
    }

    @Test
    void movingRangeChartHasItsTextbookLimit() {
        SplittableRandom random = new SplittableRandom(1);
        ControlChart chart = IndividualsChart.movingRange(random.doubles(30).toArray());
        assertThat(chart.upper()[0] / chart.center()).isCloseTo(3.267, within(1e-3));
        assertThat(chart.size()).isEqualTo(29);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> PChart.of(new long[] {3}, new long[] {2}, 3)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> PChart.limits(1.2, 10, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PChart.of(new long[0], new long[0], 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cusum.of(new double[] {1}, 0.5, 4, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
