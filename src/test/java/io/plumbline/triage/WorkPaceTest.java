package io.plumbline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkPaceTest {

    private static final Instant START = Instant.parse("2026-07-01T08:00:00Z");

    private static Instant minute(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void elevenLabelsInTenHalfMinutesAreTwoAMinute() {
        List<Instant> times = LongStream.rangeClosed(0, 10).mapToObj(i -> START.plusSeconds(30 * i)).toList();

        WorkPace pace = WorkPace.of(times, minute(6));

        assertThat(pace.perMinute()).hasValue(2.0);
        assertThat(pace.minutesFor(100)).hasValue(50.0);
        assertThat(pace.stretch()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void aBreakBeginsANewStretch() {
        List<Instant> times = Stream.of(0, 1, 2, 3, 4, 30, 31).map(m -> minute(m)).toList();

        WorkPace pace = WorkPace.of(times, minute(33));

        assertThat(pace.stretch()).isEqualTo(Duration.ofMinutes(3));
        assertThat(pace.perMinute()).isEmpty();
    }

    @Test
    void nothingIsCountedDuringABreak() {
        assertThat(WorkPace.of(List.of(minute(0), minute(1)), minute(12)).stretch()).isZero();
    }
}
