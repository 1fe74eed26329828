package io.plumbline.stats.runlength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunLengthTest {

    /** Montgomery (2013), section 5.3.3: one false alarm in about 370 points. */
    @Test
    void threeSigmaLimitsAlarmOnceIn370Points() {
        assertThat(ShewhartRunLength.normal(3, 0)).isCloseTo(370.398, within(1e-3));
        assertThat(ShewhartRunLength.sigmaFor(370.398)).isCloseTo(3, within(1e-6));
    }

    @Test
    void ewmaWithFullWeightIsAShewhartChart() {
        assertThat(EwmaRunLength.twoSided(1, 3, 0)).isCloseTo(ShewhartRunLength.normal(3, 0), within(1e-6));
        assertThat(EwmaRunLength.twoSided(1, 3, 1)).isCloseTo(ShewhartRunLength.normal(3, 1), within(1e-6));
    }

    @Test
    void wantedRunLengthsAreReached() {
        assertThat(CusumRunLength.oneSided(0.5, CusumRunLength.decisionInterval(0.5, 500), 0)).isCloseTo(500, within(0.01));
        assertThat(CusumRunLength.twoSided(0.5, CusumRunLength.decisionIntervalTwoSided(0.5, 500), 0)).isCloseTo(500, within(0.01));
        assertThat(EwmaRunLength.twoSided(0.2, EwmaRunLength.width(0.2, 370), 0)).isCloseTo(370, within(0.01));
        double h = BinomialCusumRunLength.decisionInterval(50, 0.05, 0.1, 300);
        assertThat(BinomialCusumRunLength.of(50, 0.05, 0.1, h, 0.05)).isCloseTo(300, within(30.0));
    }

    @Test
    void biggerShiftsAreFoundSooner() {
        double before = Double.POSITIVE_INFINITY;
        for (double shift = 0; shift < 4; shift += 0.5) {
            double now = CusumRunLength.oneSided(0.5, 5, shift);
            assertThat(now).isLessThan(before).isGreaterThanOrEqualTo(1);
            before = now;
        }
    }

    @Test
    void proportionChartIsExact() {
        // One trial: a signal is a success, which happens with probability 0.1.
        assertThat(ShewhartRunLength.proportion(1, 0, 0.5, 0.1)).isCloseTo(10, within(1e-12));
        assertThat(ShewhartRunLength.proportion(10, 0, 1, 0.3)).isInfinite();
    }

    @Test
    void impossibleWishesAreRefused() {
        assertThatThrownBy(() -> CusumRunLength.decisionInterval(0.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonCusumRunLength.upward(Math.PI, 5, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BinomialCusumRunLength.of(10, 0.1, 0.1, 3, 0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
