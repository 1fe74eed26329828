package io.plumbline.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimationTest {

    @Test
    void aMillionBucketsBecomeAFewPerPixelWithoutLosingASpike() {
        int n = 1_000_000;
        SplittableRandom random = new SplittableRandom(1);
        double[] days = new double[n];
        double[] values = new double[n];
        Arrays.setAll(days, i -> i);
        Arrays.setAll(values, i -> random.nextDouble());
        values[777_777] = 50;
        values[123_456] = -50;

        int[] kept = Decimation.indices(days, values, new TimeScale(0, n, 0, 900));

        assertThat(kept.length).isLessThanOrEqualTo(4 * 902);
        assertThat(kept).contains(777_777, 123_456).isSorted();
    }

    @Test
    void fewPointsAllStay() {
        double[] days = {1, 2, 3, 4};
        assertThat(Decimation.indices(days, new double[] {1, Double.NaN, 3, 4}, new TimeScale(0, 5, 0, 900))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void onePointBeyondEachEdgeStaysSoThatLinesRunOut() {
        double[] days = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertThat(Decimation.indices(days, days, new TimeScale(4, 6, 0, 900))).containsExactly(3, 4, 5, 6);
    }

    @Test
    void aBreakInACrowdedColumnStaysABreak() {
        int n = 10_000;
        double[] days = new double[n];
        double[] values = new double[n];
        Arrays.setAll(days, i -> i);
        values[5_003] = Double.NaN;
        int[] kept = Decimation.indices(days, values, new TimeScale(0, n, 0, 100));
        assertThat(kept).contains(5_003);
    }
}
