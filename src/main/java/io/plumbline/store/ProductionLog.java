package io.plumbline.store;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.TimeStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The production log of a workspace, as the screens ask for it. Nothing here says how records are stored
 * ({@link H2ProductionLog} does). What has a body here is what the answer means, record by record; a store may know a shorter way.
 */
public interface ProductionLog {

    /** Number of records that match. */
    long count(LogFilter filter);

    /** Time of the first and last record that match; empty where none does. */
    Optional<TimeRange> range(LogFilter filter);

    /** Distinct harm categories in user traffic, alphabetical, without "benign". */
    List<String> harmCategories();

    /** Distinct deployed models, alphabetical. */
    List<String> models();

    /**
     * Counts per day × category × context × detector version, by date, of the records of which it is known whether they were refused;
     * combinations without records are absent.
     */
    List<DailyCell> dailyCells(LogFilter filter);

    /** Values of a signal per day (missing values left out), each ascending. */
    Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter);

    /** All values of a signal (missing values left out), ascending. */
    double[] values(LogSignal signal, LogFilter filter);

    /** Times of the matching records, ascending, as epoch milliseconds; for gap checks. */
    long[] times(LogFilter filter);

    /** A page of records, by time. */
    List<MeasuredRecord> page(LogFilter filter, int offset, int limit);

    /** Every matching record, by time, without holding them all in memory. */
    void scan(LogFilter filter, Consumer<MeasuredRecord> each);

    /** Every matching record that has a flag, by time, without its texts. */
    default List<FlaggedRecord> flagged(LogFilter filter) {
        List<FlaggedRecord> flagged = new ArrayList<>();
        scan(filter, record -> {
            if (!record.flags().isEmpty()) {
                flagged.add(new FlaggedRecord(keyOf(record), record.record().id(), record.record().time(), record.record().category(),
                    record.flags()));
            }
        });
        return flagged;
    }

    /** Counts, and sums and distributions of signals, by time and names; cells without records are absent. */
    default List<SeriesCell> series(SeriesRequest request, LogFilter filter) {
        SeriesCells cells = new SeriesCells(request);
        scan(filter, cells::add);
        return cells.list();
    }

    /** Distinct names in a dimension, alphabetical. */
    default List<String> names(LogDimension dimension, LogFilter filter) {
        return series(SeriesRequest.counts(TimeStep.ALL, dimension), filter).stream().map(cell -> cell.names().get(0)).toList();
    }

    /** A page of the records that have a value of a signal, sorted by it; equal values by time. */
    default List<MeasuredRecord> sorted(LogSignal signal, SortOrder order, LogFilter filter, int offset, int limit) {
        List<MeasuredRecord> found = new ArrayList<>();
        scan(filter, found::add);
        found.removeIf(record -> Double.isNaN(record.value(signal)));
        Comparator<MeasuredRecord> byValue = Comparator.comparingDouble(record -> record.value(signal));
        found.sort(order == SortOrder.GREATEST_FIRST ? byValue.reversed() : byValue);
        return found.subList(Math.min(offset, found.size()), Math.min(offset + limit, found.size()));
    }

    /** One record by its key (see {@link #keyOf}). */
    Optional<MeasuredRecord> find(String key);

    /**
     * Finds flags and topics anew on all stored records, canaries too. It happens whole or not at all: whoever asks sees every record as it was
     * before or as it is after, also when the process ends in between. Waits for an import that is under way; never called while this thread reads
     * the log.
     *
     * @return how many records differ from before
     */
    default long revise(LogRevision revision, Progress progress) {
        throw new UnsupportedOperationException("this log cannot be revised");
    }

    /** Stable key of a record: the same in every workspace that imported the same log. */
    static String keyOf(MeasuredRecord record) {
        return record.record().model() + "/" + record.record().id();
    }

    /** First and last moment, both inclusive. */
    record TimeRange(Instant first, Instant last) {
    }
}
