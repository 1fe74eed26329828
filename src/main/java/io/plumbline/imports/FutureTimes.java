package io.plumbline.imports;

import io.plumbline.domain.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Counts records that lie in the future. They are kept, since a wrong clock is no reason to lose what a model said; but somebody must be
 * told, because they bend every series. A day is allowed for zones that were mistaken.
 */
final class FutureTimes {

    private final Instant limit;
    private final AtomicLong records = new AtomicLong();
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    FutureTimes(Instant now) {
        this.limit = now.plus(Duration.ofDays(1));
    }

    /** The same work, with an eye on the times. */
    <T> Function<List<LogRecord>, T> watching(Function<List<LogRecord>, T> work) {
        return batch -> {
            for (LogRecord record : batch) {
                if (record.time().isAfter(limit)) {
                    records.incrementAndGet();
                    latest.accumulateAndGet(record.time(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
            return work.apply(batch);
        };
    }

    Optional<String> remark() {
        return records.get() == 0 ? Optional.empty() : Optional.of("%,d records lie in the future, the latest at %s. Check the clock and the unit "
            .formatted(records.get(), latest.get()) + "of the times.");
    }
}
