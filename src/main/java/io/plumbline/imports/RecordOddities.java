package io.plumbline.imports;

import io.plumbline.domain.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Counts records that are kept though something about them bends every series: a time in the future (a day is allowed for mistaken zones),
 * or nothing to tell a refusal by. Nobody would see either in a chart, so somebody must be told.
 */
final class RecordOddities {

    private final Instant limit;
    private final AtomicLong future = new AtomicLong();
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private final AtomicLong silent = new AtomicLong();

    RecordOddities(Instant now) {
        this.limit = now.plus(Duration.ofDays(1));
    }

    /** The same work, with an eye on the records. */
    <T> Function<List<LogRecord>, T> watching(Function<List<LogRecord>, T> work) {
        return batch -> {
            batch.forEach(this::look);
            return work.apply(batch);
        };
    }

    /** What is to be told, one sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (future.get() > 0) {
            remarks.add("%,d records lie in the future, the latest at %s. Check the clock and the unit of the times."
                .formatted(future.get(), latest.get()));
        }
        if (silent.get() > 0) {
            remarks.add("%,d records hold neither the text of an answer nor a label that says whether it was a refusal: they enter no refusal rate."
                .formatted(silent.get()));
        }
        return remarks;
    }

    private void look(LogRecord record) {
        if (record.time().isAfter(limit)) {
            future.incrementAndGet();
            latest.accumulateAndGet(record.time(), (a, b) -> a.isAfter(b) ? a : b);
        }
        if (record.sourceRefused().isEmpty() && record.response().isEmpty()) {
            silent.incrementAndGet();
        }
    }
}
