package io.plumbline.store;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.TimeStep;
import io.plumbline.store.PlacesInTime.Place;
import io.plumbline.store.RollupReader.Selection;
import io.plumbline.store.segment.RecordTime;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.Strings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;

/** The production log as segments and rollups: charts are answered from rollups, everything else from as few columns as it takes. */
final class H2ProductionLog implements ProductionLog {

    private static final int SCAN_PAGE = 512;
    /** Records held at once where many segments overlap, so that each segment is not read anew for a handful of records. */
    private static final int WIDE_PAGE = 32_768;
    private static final int MANY_SEGMENTS = 8;

    private final Jdbi database;
    private final LogDirectory directory;
    private final WritingTurn turn;
    private final WorkspaceChanges changes;

    H2ProductionLog(Jdbi database, LogDirectory directory, WritingTurn turn, WorkspaceChanges changes) {
        this.database = database;
        this.directory = directory;
        this.turn = turn;
        this.changes = changes;
    }

    @Override
    public long revise(LogRevision revision, Progress progress) {
        long changed = turn.revise(progress, () -> new StoredRevision(database, directory).apply(revision, progress));
        if (changed > 0) {
            changes.publish(WorkspaceChanges.Change.IMPORTS);
        }
        return changed;
    }

    private <T> T ask(Function<LogReader, T> question) {
        return LogReader.ask(database, directory, question);
    }

    @Override
    public long count(LogFilter filter) {
        return ask(log -> {
            long[] n = new long[1];
            if (RollupReader.byDayKnows(filter)) {
                for (Selection selected : new RollupReader(log).byDay(filter, Set.of())) {
                    for (int place : selected.places()) {
                        n[0] += selected.cells().n(place);
                    }
                }
            } else {
                log.each(filter, (view, records) -> n[0] += records.length);
            }
            return n[0];
        });
    }

    @Override
    public Optional<TimeRange> range(LogFilter filter) {
        return ask(log -> {
            long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
            if (RollupReader.byDayKnows(filter)) {
                for (Selection selected : new RollupReader(log).byDay(filter, Set.of())) {
                    long[] first = selected.cells().first();
                    long[] last = selected.cells().last();
                    for (int place : selected.places()) {
                        widen(ends, first[place], last[place]);
                    }
                }
            } else {
                log.each(filter, (view, records) -> widen(ends, view.micros()[records[0]], view.micros()[records[records.length - 1]]));
            }
            return ends[0] > ends[1] ? Optional.empty()
                : Optional.of(new TimeRange(RecordTime.instant(ends[0], 0), RecordTime.instant(ends[1], 0)));
        });
    }

    private static void widen(long[] ends, long first, long last) {
        ends[0] = Math.min(ends[0], first);
        ends[1] = Math.max(ends[1], last);
    }

    @Override
    public List<String> harmCategories() {
        return names(LogDimension.CATEGORY, LogFilter.everything()).stream()
            .filter(category -> !category.isEmpty() && !category.equals(LogRecord.BENIGN)).toList();
    }

    @Override
    public List<String> models() {
        Set<String> models = new TreeSet<>(names(LogDimension.MODEL, LogFilter.everything()));
        models.addAll(names(LogDimension.MODEL, LogFilter.everything().canariesOnly()));
        return List.copyOf(models);
    }

    @Override
    public List<String> names(LogDimension dimension, LogFilter filter) {
        return ask(log -> {
            Set<String> names = new TreeSet<>();
            if (dimension.isRolledUp() && RollupReader.byDayKnows(filter)) {
                for (Selection selected : new RollupReader(log).byDay(filter, Set.of())) {
                    Strings column = selected.cells().names(dimension);
                    IntStream.of(selected.places()).map(column::code).distinct().forEach(code -> names.add(column.entry(code)));
                }
            } else {
                log.each(filter, (view, records) -> {
                    Strings column = view.names(dimension);
                    Arrays.stream(records).map(column::code).distinct().forEach(code -> names.add(column.entry(code)));
                });
            }
            return List.copyOf(names);
        });
    }

    @Override
    public List<DailyCell> dailyCells(LogFilter filter) {
        List<LogDimension> by = List.of(LogDimension.CATEGORY, LogDimension.CONTEXT, LogDimension.DETECTOR_VERSION);
        return series(new SeriesRequest(TimeStep.DAY, by, Set.of(), Set.of()), filter).stream().filter(cell -> cell.unread() == 0)
            .map(cell -> new DailyCell(LocalDate.ofEpochDay(TimeStep.DAY.bucket(cell.start().getEpochSecond())), cell.names().get(0),
                cell.names().get(1), cell.names().get(2), cell.n(), cell.refused(), cell.weight(), cell.weightSquared(),
                cell.weightedRefused())).toList();
    }

    @Override
    public List<SeriesCell> series(SeriesRequest request, LogFilter filter) {
        return ask(log -> {
            Optional<List<Selection>> rolledUp = rolledUp(log, request, filter);
            if (rolledUp.isPresent()) {
                RolledUpSeries series = new RolledUpSeries(request);
                for (Selection selected : rolledUp.get()) {
                    series.add(selected);
                }
                return series.list();
            }
            SeriesCells cells = new SeriesCells(request);
            log.each(filter, cells::add);
            return cells.list();
        });
    }

    /** The parts of the rollups that answer it, where they do. */
    private static Optional<List<Selection>> rolledUp(LogReader log, SeriesRequest request, LogFilter filter) {
        for (LogDimension dimension : request.by()) {
            if (!dimension.isRolledUp()) {
                return Optional.empty();
            }
        }
        boolean byDay = request.step() != TimeStep.HOUR && RollupReader.byDayKnows(filter);
        if (!byDay && !(request.quantiles().isEmpty() && RollupReader.byHourKnows(filter))) {
            return Optional.empty();
        }
        RollupReader reader = new RollupReader(log);
        List<Selection> selections = byDay ? reader.byDay(filter, request.signals()) : reader.byHour(filter, request.signals());
        for (Selection selected : selections) {
            if (!selected.knowsWeights()) {
                return Optional.empty();
            }
        }
        return Optional.of(selections);
    }

    @Override
    public Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter) {
        Map<Long, DoubleStream.Builder> days = new TreeMap<>();
        eachValue(signal, filter, (micros, value) ->
            days.computeIfAbsent(RecordTime.epochDay(micros), day -> DoubleStream.builder()).add(value));
        Map<LocalDate, double[]> values = new LinkedHashMap<>();
        days.forEach((day, found) -> values.put(LocalDate.ofEpochDay(day), found.build().sorted().toArray()));
        return values;
    }

    @Override
    public double[] values(LogSignal signal, LogFilter filter) {
        DoubleStream.Builder found = DoubleStream.builder();
        eachValue(signal, filter, (micros, value) -> found.add(value));
        double[] values = found.build().toArray();
        Arrays.sort(values);
        return values;
    }

    private void eachValue(LogSignal signal, LogFilter filter, ValueConsumer each) {
        ask(log -> {
            log.each(filter, (view, records) -> {
                double[] values = view.values(signal);
                for (int record : records) {
                    if (!Double.isNaN(values[record])) {
                        each.accept(view.micros()[record], values[record]);
                    }
                }
            });
            return true;
        });
    }

    @Override
    public long[] times(LogFilter filter) {
        return ask(log -> {
            LongStream.Builder times = LongStream.builder();
            log.each(filter, (view, records) -> {
                for (int record : records) {
                    times.add(Math.floorDiv(view.micros()[record], 1000L));
                }
            });
            return times.build().sorted().toArray();
        });
    }

    @Override
    public List<MeasuredRecord> page(LogFilter filter, int offset, int limit) {
        return ask(log -> {
            PlacesInTime places = new PlacesInTime(log, filter);
            for (int skipped = 0; skipped < offset; ) {
                int passed = places.next(Math.min(offset - skipped, WIDE_PAGE)).size();
                if (passed == 0) {
                    return List.of();
                }
                skipped += passed;
            }
            return new RecordLoader(log).load(places.next(limit));
        });
    }

    @Override
    public List<MeasuredRecord> sorted(LogSignal signal, SortOrder order, LogFilter filter, int offset, int limit) {
        return ask(log -> {
            BestPlaces best = new BestPlaces(order, offset + limit);
            List<StoredSegment> candidates = new ArrayList<>(log.candidates(filter));
            candidates.removeIf(segment -> segment.summary().range(signal).isEmpty());
            best.sortByPromise(candidates, signal);
            for (StoredSegment segment : candidates) {
                if (best.canImprove(segment.summary().range(signal).orElseThrow())) {
                    log.with(segment, view -> {
                        best.offer(segment, view, signal, view.matching(filter));
                        return true;
                    });
                }
            }
            List<Place> places = best.places();
            return new RecordLoader(log).load(places.subList(Math.min(offset, places.size()), places.size()));
        });
    }

    @Override
    public void scan(LogFilter filter, Consumer<MeasuredRecord> each) {
        ask(log -> {
            PlacesInTime places = new PlacesInTime(log, filter);
            RecordLoader loader = new RecordLoader(log);
            List<Place> page = places.next(SCAN_PAGE);
            while (!page.isEmpty()) {
                loader.load(page).forEach(each);
                page = places.next(places.depth() > MANY_SEGMENTS ? WIDE_PAGE : SCAN_PAGE);
            }
            return true;
        });
    }

    @Override
    public List<FlaggedRecord> flagged(LogFilter filter) {
        return ask(log -> {
            List<FlaggedRecord> flagged = new ArrayList<>();
            for (StoredSegment segment : log.candidates(filter)) {
                if (segment.extent().flagged() > 0) {
                    log.with(segment, view -> addFlagged(view, view.matching(filter), flagged));
                }
            }
            flagged.sort(Comparator.comparing(FlaggedRecord::time));
            return flagged;
        });
    }

    private static boolean addFlagged(SegmentView view, int[] matching, List<FlaggedRecord> flagged) {
        boolean[] wanted = new boolean[view.records()];
        IntStream.of(matching).forEach(record -> wanted[record] = true);
        view.flags().forEach((record, flags) -> {
            if (wanted[record]) {
                String id = view.id(record);
                flagged.add(new FlaggedRecord(view.names(LogDimension.MODEL).get(record) + "/" + id, id, view.time(record),
                    view.names(LogDimension.CATEGORY).get(record), flags));
            }
        });
        return true;
    }

    @Override
    public Optional<MeasuredRecord> find(String key) {
        return ask(log -> {
            long hash = log.hash().of(key);
            for (StoredSegment segment : log.all()) {
                Optional<Integer> place = mayHold(segment, key) ? log.with(segment, view -> place(view, hash, key)) : Optional.empty();
                if (place.isPresent()) {
                    return Optional.of(new RecordLoader(log).load(List.of(new Place(segment, place.get()))).get(0));
                }
            }
            return Optional.empty();
        });
    }

    private static boolean mayHold(StoredSegment segment, String key) {
        return segment.summary().names(LogDimension.MODEL)
            .map(models -> models.stream().anyMatch(model -> key.startsWith(model) && key.startsWith("/", model.length()))).orElse(true);
    }

    private static Optional<Integer> place(SegmentView view, long hash, String key) {
        long[] hashes = view.hashes();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && key.equals(view.names(LogDimension.MODEL).get(i) + "/" + view.id(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface ValueConsumer {
        void accept(long micros, double value);
    }
}
