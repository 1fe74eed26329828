package io.plumbline.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast a person labels and how long without a break, read from the times of the labels. A gap of more than ten minutes is a break.
 *
 * @param perMinute labels a minute in this stretch of work; empty before the fifth
 * @param stretch   how long this stretch has lasted; zero after a break
 */
public record WorkPace(OptionalDouble perMinute, Duration stretch) {

    private static final Duration BREAK = Duration.ofMinutes(10);
    private static final int ENOUGH = 5;

    /** @param times when the person gave labels, ascending */
    public static WorkPace of(List<Instant> times, Instant now) {
        int first = times.size();
        Instant after = now;
        while (first > 0 && Duration.between(times.get(first - 1), after).compareTo(BREAK) <= 0) {
            after = times.get(--first);
        }
        int labels = times.size() - first;
        if (labels == 0) {
            return new WorkPace(OptionalDouble.empty(), Duration.ZERO);
        }
        Duration worked = Duration.between(after, times.get(times.size() - 1));
        boolean enough = labels >= ENOUGH && !worked.isZero();
        // Between k labels lie k − 1 items; the first one's own time is not known.
        return new WorkPace(enough ? OptionalDouble.of((labels - 1) * 60_000.0 / worked.toMillis()) : OptionalDouble.empty(),
            Duration.between(after, now));
    }

    /** How long so many items will take at this pace. */
    public OptionalDouble minutesFor(int items) {
        return perMinute.isPresent() ? OptionalDouble.of(items / perMinute.getAsDouble()) : OptionalDouble.empty();
    }
}
