package io.plumbline.monitoring;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.TimeStep;
import io.plumbline.signals.anomaly.AnomalyModel;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.FutureCount;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.SeriesRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the anomaly score says of the log.
 *
 * @param from       first baseline day
 * @param to         last baseline day
 * @param level      share of ordinary records that is flagged
 * @param calibrated baseline records that the p-values rest on
 * @param check      baseline days held back, and what was flagged on them
 * @param dispersion by how much counts of flags on baseline days scatter more than chance; at least 1
 * @param expected   how many flags on the days held back are no surprise, the scatter of the calibration and of days counted
 * @param days       per day, by date
 * @param top        the most anomalous records that are flagged, most anomalous first
 * @param signals    how often each signal was the main cause of a flag after the baseline, most frequent first
 */
public record AnomalyReport(LocalDate from, LocalDate to, double level, long calibrated, AnomalyModel.Check check,
                            double dispersion, FutureCount.Range expected, List<Day> days, List<Anomaly> top, List<SignalShare> signals) {

    public AnomalyReport {
        days = List.copyOf(days);
        top = List.copyOf(top);
        signals = List.copyOf(signals);
    }

    /**
     * One day.
     *
     * @param records records of user traffic
     * @param flagged flagged among these
     */
    public record Day(LocalDate date, long records, long flagged) {
    }

    /** How many flagged records a signal is the main cause of. */
    public record SignalShare(String signal, long records) {
    }

    /**
     * One flagged record.
     *
     * @param key    stable key
     * @param id     id as the log has it
     * @param score  surprise of its most surprising signal
     * @param pValue conformal p-value
     * @param causes what makes it unusual, main cause first
     */
    public record Anomaly(String key, String id, Instant time, String category, double score, double pValue, List<AnomalyModel.Cause> causes) {

        public Anomaly {
            causes = List.copyOf(causes);
        }

        /** The record as triage queues it. */
        public FlaggedRecord flagged() {
            return new FlaggedRecord(key, id, time, category, List.of(new Flag(FlagKind.ANOMALY, AnomalyModel.NAME, AnomalyModel.VERSION,
                1 - pValue, AnomalyWords.reason(this), false, List.of())));
        }
    }

    /** Whether it counted the records that the log holds now, and learnt from these baseline days at this level. */
    boolean speaksOf(ProductionLog log, List<LocalDate> baseline, double wanted) {
        Map<LocalDate, Long> counted = new TreeMap<>();
        days.forEach(day -> counted.put(day.date(), day.records()));
        Map<LocalDate, Long> there = new TreeMap<>();
        log.series(SeriesRequest.counts(TimeStep.DAY), LogFilter.everything())
            .forEach(cell -> there.put(cell.start().atZone(ZoneOffset.UTC).toLocalDate(), cell.n()));
        return level == wanted && !baseline.isEmpty() && baseline.get(0).equals(from) && baseline.get(baseline.size() - 1).equals(to)
            && counted.equals(there);
    }

    /** Without the days after the last one that counts. */
    AnomalyReport upTo(Optional<LocalDate> last) {
        return last.isEmpty() ? this : new AnomalyReport(from, to, level, calibrated, check, dispersion, expected,
            days.stream().filter(day -> !day.date.isAfter(last.get())).toList(), top, signals);
    }

    /** Records and flags between two days, both included. */
    public Day between(LocalDate first, LocalDate last) {
        long records = 0;
        long flagged = 0;
        for (Day day : days) {
            if (!day.date.isBefore(first) && !day.date.isAfter(last)) {
                records += day.records;
                flagged += day.flagged;
            }
        }
        return new Day(last, records, flagged);
    }

    /** Exact interval of the share flagged. */
    public static Interval interval(Day day, double confidence) {
        return ClopperPearsonInterval.of(day.flagged, day.records, confidence);
    }

    /** Whether the days held back were flagged at the nominal rate, as far as chance, the calibration and differences between days allow to tell. */
    public boolean holds() {
        return check.records() > 0 && expected.contains(check.flagged());
    }
}
