package io.plumbline.stats.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedPowerTest {

    /** Simulated values of an independent program; p0 .95, one-sided alpha .05, power .80. */
    @ParameterizedTest
    @CsvSource({"20,0.02,0.37", "30,0.02,0.26", "50,0.02,0.175", "100,0.02,0.099", "200,0.02,0.059", "500,0.02,0.032", "1000,0.02,0.021",
        "500,0.01,0.026", "500,0.05,0.046"})
    void detectableDecreaseMatchesSimulation(int n, double background, double expected) {
        assertThat(PairedPower.minimumDetectableDecrease(n, 0.95, background, 0.05, 0.8))
            .isCloseTo(expected, within(0.03 * expected + 0.0015));
    }

    @Test
    void promptsNeededAreJustEnough() {
        int n = PairedPower.promptsNeeded(0.95, 0.05, 0.02, 0.05, 0.8);
        assertThat(PairedPower.power(n, 0.95, 0.05, 0.02, 0.05)).isGreaterThanOrEqualTo(0.8);
        assertThat(PairedPower.power(n - 1, 0.95, 0.05, 0.02, 0.05)).isLessThan(0.8);
    }

    @Test
    void withoutADecreaseTheTestKeepsItsLevel() {
        for (int n : new int[] {10, 100, 1000}) {
            assertThat(PairedPower.power(n, 0.9, 0, 0.03, 0.05)).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void twoPromptsDetectNothing() {
        assertThat(PairedPower.minimumDetectableDecrease(2, 0.95, 0.02, 0.05, 0.8)).isInfinite();
    }

    @Test
    void nothingToFindIsRefused() {
        assertThatThrownBy(() -> PairedPower.promptsNeeded(0.95, 0, 0.02, 0.05, 0.8)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Binomial sums by scipy 1.17.1, bisected: base 95 %, 2 % flip each way without a change, alpha .05 and .05/10, power 80 %. */
    @ParameterizedTest
    @CsvSource({"20,0.05,0.3703", "50,0.05,0.1741", "100,0.05,0.1000", "500,0.05,0.0323", "20,0.005,0.5653", "50,0.005,0.2650", "100,0.005,0.1522"})
    void theSmallestDetectableDecreaseEqualsScipys(int n, double alpha, double decrease) {
        assertThat(PairedPower.minimumDetectableDecrease(n, 0.95, 0.02, alpha, 0.8)).isCloseTo(decrease, within(1e-4));
    }
}
