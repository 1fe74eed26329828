package io.plumbline.stats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelLimitsTest {

    /** R 4: r = min(which pbinom(r, n, p0) > p), (r − (pbinom(r, n, p0) − p)/dbinom(r, n, p0))/n. */
    @ParameterizedTest
    @CsvSource({"0.95,100,0.8980926560,0.9838770686,0.8653615046,0.9983109618", "0.95,20,0.8076352350,0.9965131127,0.7149401213,0.9998605245",
        "0.50,500,0.4551521037,0.5428478963,0.4299988333,0.5680011667", "0.99,40,0.9332188582,0.9990657304,0.9011538637,0.9999626292"})
    void limitsEqualRs(double centre, long n, double low, double high, double lowest, double highest) {
        Interval warning = FunnelLimits.of(centre, n, 0.95);
        Interval action = FunnelLimits.of(centre, n, 0.998);
        assertThat(warning.lower()).isCloseTo(low, within(1e-9));
        assertThat(warning.upper()).isCloseTo(high, within(1e-9));
        assertThat(action.lower()).isCloseTo(lowest, within(1e-9));
        assertThat(action.upper()).isCloseTo(highest, within(1e-9));
    }

    @Test
    void aShareOfAllOrNothingHasNoWidth() {
        assertThat(FunnelLimits.of(1, 50, 0.95).lower()).isBetween(0.97, 1.0);
        assertThat(FunnelLimits.of(0, 50, 0.95).lower()).isZero();
        assertThatThrownBy(() -> FunnelLimits.of(0.5, 0, 0.95)).hasMessageContaining("at least");
    }
}
