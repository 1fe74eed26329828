package io.plumbline.store;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Sums of an import per day and combination, collected while its records are written. */
final class DaySums {

    private final Map<Cell, Sums> cells = new HashMap<>();

    void add(MeasuredRecord measured) {
        LogRecord log = measured.record();
        long micros = RecordTime.micros(log.time());
        Sums sums = cells.computeIfAbsent(new Cell(RecordTime.epochDay(micros), log.isCanary(), log.category(), log.context(), log.model(),
            measured.seriesDetectors()), cell -> new Sums());
        double weight = 1 / log.inclusionProbability();
        sums.n++;
        sums.weight += weight;
        sums.weightSquared += weight * weight;
        if (measured.countsAsRefused()) {
            sums.refused++;
            sums.weightedRefused += weight;
        }
        sums.first = Math.min(sums.first, micros);
        sums.last = Math.max(sums.last, micros);
    }

    void write(Handle handle, long importNo) {
        if (cells.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("insert into log_day values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        cells.forEach((cell, sums) -> batch.add(importNo, cell.epochDay, cell.canary, cell.category, cell.context, cell.model,
            cell.detectorVersion, sums.n, sums.refused, sums.weight, sums.weightSquared, sums.weightedRefused, sums.first, sums.last));
        batch.execute();
    }

    private record Cell(long epochDay, boolean canary, String category, String context, String model, String detectorVersion) {
    }

    private static final class Sums {
        private long n;
        private long refused;
        private double weight;
        private double weightSquared;
        private double weightedRefused;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }
}
