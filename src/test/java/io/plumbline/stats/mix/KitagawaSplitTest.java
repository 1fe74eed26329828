package io.plumbline.stats.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KitagawaSplitTest {

    @Test
    void partsAddUpToTheWholeChange() {
        double[] s1 = {0.2, 0.3, 0.5};
        double[] r1 = {0.9, 0.8, 0.95};
        double[] s2 = {0.4, 0.4, 0.2};
        double[] r2 = {0.85, 0.8, 0.9};
        KitagawaSplit split = KitagawaSplit.of(s1, r1, s2, r2);
        double change = 0.4 * 0.85 + 0.4 * 0.8 + 0.2 * 0.9 - (0.2 * 0.9 + 0.3 * 0.8 + 0.5 * 0.95);
        assertThat(split.total()).isCloseTo(change, within(1e-15));
    }

    @Test
    void sameSharesLeaveNothingToTheMix() {
        KitagawaSplit split = KitagawaSplit.of(new double[] {0.5, 0.5}, new double[] {0.9, 0.7}, new double[] {0.5, 0.5},
            new double[] {0.8, 0.7});
        assertThat(split.mix()).isZero();
        assertThat(split.rate()).isCloseTo(-0.05, within(1e-15));
    }

    @Test
    void categoryThatAppearsIsMixOnly() {
        KitagawaSplit split = KitagawaSplit.of(new double[] {1, 0}, new double[] {0.9, Double.NaN}, new double[] {0.5, 0.5},
            new double[] {0.9, 0.5});
        assertThat(split.rate()).isZero();
        assertThat(split.mix()).isCloseTo(-0.2, within(1e-15));
    }

    @Test
    void recordsWithoutRateAreRefused() {
        assertThatThrownBy(() -> KitagawaSplit.of(new double[] {1}, new double[] {Double.NaN}, new double[] {1}, new double[] {0.5}))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
