package io.plumbline.stats.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.distribution.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void movingStatisticsEqualThoseOfTheWindowComputedAfresh() {
        SplittableRandom random = new SplittableRandom(2);
        MovingMoments moments = new MovingMoments(17);
        MovingQuantile quantile = new MovingQuantile(17);
        double[] x = random.doubles(3000).map(value -> 1e6 + Math.rint(100 * value) / 10).toArray();
        for (int i = 0; i < x.length; i++) {
            moments.add(x[i]);
            quantile.add(x[i]);
            double[] held = Arrays.copyOfRange(x, Math.max(0, i - 16), i + 1);
            double mean = Arrays.stream(held).sum() / held.length;
            assertThat(moments.mean()).isCloseTo(mean, within(1e-8));
            assertThat(quantile.quantile(0.5)).isCloseTo(Quantiles.median(held), within(1e-9));
            if (held.length > 1) {
                double squares = Arrays.stream(held).map(value -> (value - mean) * (value - mean)).sum();
                assertThat(moments.deviation()).isCloseTo(Math.sqrt(squares / (held.length - 1)), within(1e-6));
            }
        }
    }

    @Test
    void emptyAndBadValuesHaveAStatedResult() {
        assertThat(new MovingMoments(3).mean()).isNaN();
        assertThat(new MovingQuantile(3).quantile(0.5)).isNaN();
        assertThat(new TimeWindowRate(5).rate()).isNaN();
        assertThatThrownBy(() -> new MovingMoments(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExponentialAverage(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeWindowForgetsItsLeftEdge() {
        TimeWindowRate window = new TimeWindowRate(10);
        for (int time = 0; time < 200; time++) {
            window.add(time, time % 2 == 0);
        }
        assertThat(window.count()).isEqualTo(10);
        assertThat(window.rate()).isEqualTo(0.5);
        assertThatThrownBy(() -> window.add(0, true)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("order");
    }
}
