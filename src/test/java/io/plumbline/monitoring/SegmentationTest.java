package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.stats.random.BinomialSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** REQUIREMENTS section 6, check 6. */
class SegmentationTest {

    private static final double ALPHA = 0.05;

    private static List<DayCount> days(long seed, long n, double before, double after, int step) {
        BinomialSampler sampler = new BinomialSampler(new SplittableRandom(seed));
        List<DayCount> days = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            days.add(new DayCount(SimulatedTraffic.day(i), sampler.draw(n, i < step ? before : after), n));
        }
        return days;
    }

    @ParameterizedTest
    @EnumSource(DriftRequest.ChangeMethod.class)
    void stepAtDay61IsFoundWithinOneDay(DriftRequest.ChangeMethod method) {
        for (int seed = 0; seed < 20; seed++) {
            List<ChangePoint> points = new Segmentation(3, 0.95, ALPHA).of(days(seed, 180, 0.94, 0.80, 61), method, 2).standing();
            assertThat(points).as("seed %d", seed).anySatisfy(p -> {
                assertThat(p.date()).isBetween(SimulatedTraffic.day(60), SimulatedTraffic.day(62));
                assertThat(p.earliest()).isBeforeOrEqualTo(p.date());
                assertThat(p.latest()).isAfterOrEqualTo(p.date());
            });
        }
    }

    @Test
    void of200SeriesWithoutAChangeNoMoreThanTheStatedShareAlarms() {
        for (long n : new long[] {5, 30, 180}) {
            int alarms = 0;
            for (int seed = 0; seed < 200; seed++) {
                alarms += new Segmentation(3, 0.95, ALPHA).of(days(7_000 + seed, n, 0.95, 0.95, 0), DriftRequest.ChangeMethod.PELT, 2)
                    .standing().isEmpty() ? 0 : 1;
            }
            assertThat(alarms).as("of 200 with %d a day; 10 are stated, 17 is the 99th percentile of chance", n).isLessThanOrEqualTo(17);
        }
    }

    /** Andrews (1993), Econometrica 61, table I: 5% critical value 9.84 for one parameter and trimming 0.05. */
    @Test
    void supremumPValueAgreesWithTabulatedCriticalValue() {
        assertThat(SupremumLikelihoodRatio.pValue(9.84, 60, 3)).isCloseTo(0.05, within(0.004));
    }
}
