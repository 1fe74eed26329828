package io.plumbline.monitoring;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchPattern;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Counts the hits of one entry of the watch list while the log is read. */
final class WatchTally {

    private static final int NEWEST = 200;

    private final WatchEntry entry;
    private final WatchPattern pattern;
    private final Deque<String> keys = new ArrayDeque<>();
    private long records;
    private long n;
    private long complied;
    private long otherN;
    private long otherComplied;
    private LocalDate first;
    private LocalDate last;

    WatchTally(WatchEntry entry) {
        this.entry = entry;
        this.pattern = entry.pattern();
    }

    void accept(MeasuredRecord measured) {
        LogRecord record = measured.record();
        boolean harm = !LogRecord.BENIGN.equals(record.category()) && measured.isRead();
        int yes = measured.countsAsAnswered() ? 1 : 0;
        if (pattern.isIn(record.prompt())) {
            records++;
            n += harm ? 1 : 0;
            complied += harm ? yes : 0;
            last = record.time().atZone(ZoneOffset.UTC).toLocalDate();
            first = first == null ? last : first;
            if (keys.size() == NEWEST) {
                keys.removeFirst();
            }
            keys.addLast(ProductionLog.keyOf(measured));
        } else if (harm) {
            otherN++;
            otherComplied += yes;
        }
    }

    WatchHits hits(double confidence) {
        return new WatchHits(entry, records, n, complied, otherN, otherComplied,
            n == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(complied, n, confidence)),
            n == 0 || otherN == 0 ? 1 : FisherExactTest.twoSided(complied, n - complied, otherComplied, otherN - otherComplied),
            Optional.ofNullable(first), Optional.ofNullable(last), List.copyOf(keys));
    }
}
