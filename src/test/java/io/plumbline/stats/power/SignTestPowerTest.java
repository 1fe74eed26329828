package io.plumbline.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTestPowerTest {

    /** Largest n that falls short, plus one, by scipy 1.17.1 (scipy.stats.binom), all n up to 1,500. */
    @ParameterizedTest
    @CsvSource({"0.65,0.05,0.8,97", "0.70,0.05,0.8,54", "0.60,0.05,0.9,274", "0.80,0.05,0.8,23", "0.75,0.01,0.8,47"})
    void fromTheNumberNeededOnThePowerStays(double share, double alpha, double power, int needed) {
        assertThat(SignTestPower.pairsNeeded(share, alpha, power)).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"20,0.65,0.05,0.24570632011886734", "50,0.65,0.05,0.505979935486655", "100,0.65,0.05,0.8275851009341133",
        "20,0.80,0.05,0.8042079657359469", "50,0.75,0.01,0.8369167285669155"})
    void powerEqualsScipys(int n, double share, double alpha, double power) {
        assertThat(SignTestPower.power(n, share, alpha)).isCloseTo(power, within(1e-12));
    }

    @Test
    void aHandfulOfPairsCanShowNothing() {
        assertThat(SignTestPower.power(5, 1, 0.05)).isZero();
        assertThat(SignTestPower.power(6, 1, 0.05)).isEqualTo(1);
    }

    @Test
    void noNumberOfPairsShowsAnEvenShare() {
        assertThatThrownBy(() -> SignTestPower.pairsNeeded(0.5, 0.05, 0.8)).hasMessageContaining("above one half");
    }
}
