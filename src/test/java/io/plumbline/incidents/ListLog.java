package io.plumbline.incidents;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A production log held in a list: the contract of the store in the fewest lines, for tests. */
public final class ListLog implements ProductionLog {

    private final List<MeasuredRecord> records;

    public ListLog(List<MeasuredRecord> records) {
        this.records = records.stream().sorted(Comparator.comparing(r -> r.record().time())).toList();
    }

    private Stream<MeasuredRecord> matching(LogFilter filter) {
        return records.stream().filter(r -> {
            LocalDate day = day(r);
            return r.record().isCanary() == (filter.canaries() == CanarySelection.CANARIES_ONLY)
                && filter.from().map(f -> !day.isBefore(f)).orElse(true)
                && filter.to().map(t -> !day.isAfter(t)).orElse(true)
                && (filter.categories().isEmpty() || filter.categories().contains(r.record().category()))
                && (filter.contexts().isEmpty() || filter.contexts().contains(r.record().context()));
        });
    }

    private static LocalDate day(MeasuredRecord r) {
        return r.record().time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public long count(LogFilter filter) {
        return matching(filter).count();
    }

    @Override
    public Optional<TimeRange> range(LogFilter filter) {
        List<MeasuredRecord> all = matching(filter).toList();
        return all.isEmpty() ? Optional.empty()
            : Optional.of(new TimeRange(all.get(0).record().time(), all.get(all.size() - 1).record().time()));
    }

    @Override
    public List<String> harmCategories() {
        return matching(LogFilter.everything()).map(r -> r.record().category()).filter(c -> !c.equals(LogRecord.BENIGN)).distinct()
            .sorted().toList();
    }

    @Override
    public List<String> models() {
        return records.stream().map(r -> r.record().model()).distinct().sorted().toList();
    }

    @Override
    public List<DailyCell> dailyCells(LogFilter filter) {
        record Key(LocalDate day, String category, String context, String detector) {
        }
        Map<Key, List<MeasuredRecord>> cells = matching(filter).collect(Collectors.groupingBy(
            r -> new Key(day(r), r.record().category(), r.record().context(), r.record().detectorVersion()),
            () -> new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::category).thenComparing(Key::context)
                .thenComparing(Key::detector)), Collectors.toList()));
        return cells.entrySet().stream().map(e -> {
            long refused = e.getValue().stream().filter(MeasuredRecord::countsAsRefused).count();
            int n = e.getValue().size();
            return new DailyCell(e.getKey().day(), e.getKey().category(), e.getKey().context(), e.getKey().detector(), n, refused, n, n,
                refused);
        }).toList();
    }

    @Override
    public Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter) {
        throw new UnsupportedOperationException("no incident reads it");
    }

    @Override
    public double[] values(LogSignal signal, LogFilter filter) {
        throw new UnsupportedOperationException("no incident reads it");
    }

    @Override
    public long[] times(LogFilter filter) {
        return matching(filter).mapToLong(r -> r.record().time().toEpochMilli()).toArray();
    }

    @Override
    public List<MeasuredRecord> page(LogFilter filter, int offset, int limit) {
        return matching(filter).skip(offset).limit(limit).toList();
    }

    @Override
    public void scan(LogFilter filter, Consumer<MeasuredRecord> each) {
        matching(filter).forEach(each);
    }

    @Override
    public Optional<MeasuredRecord> find(String key) {
        return records.stream().filter(r -> ProductionLog.keyOf(r).equals(key)).findFirst();
    }
}
