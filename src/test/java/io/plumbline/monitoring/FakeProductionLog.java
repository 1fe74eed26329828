package io.plumbline.monitoring;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.store.LogRevision;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A production log held in a list. */
public final class FakeProductionLog implements ProductionLog {

    private final List<MeasuredRecord> records;

    public FakeProductionLog(List<MeasuredRecord> records) {
        this.records = records.stream().sorted(Comparator.comparing((MeasuredRecord m) -> m.record().time())).collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public long revise(LogRevision revision, Progress progress) {
        List<MeasuredRecord> before = List.copyOf(records);
        records.replaceAll(revision::revised);
        return IntStream.range(0, before.size()).filter(i -> !before.get(i).equals(records.get(i))).count();
    }

    private Stream<MeasuredRecord> matching(LogFilter filter) {
        return records.stream().filter(m -> {
            LogRecord r = m.record();
            LocalDate day = day(m);
            return r.isCanary() == (filter.canaries() == CanarySelection.CANARIES_ONLY)
                && filter.from().map(f -> !day.isBefore(f)).orElse(true) && filter.to().map(t -> !day.isAfter(t)).orElse(true)
                && (filter.categories().isEmpty() || filter.categories().contains(r.category()))
                && (filter.contexts().isEmpty() || filter.contexts().contains(r.context()));
        });
    }

    private static LocalDate day(MeasuredRecord m) {
        return m.record().time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public long count(LogFilter filter) {
        return matching(filter).count();
    }

    @Override
    public Optional<TimeRange> range(LogFilter filter) {
        List<MeasuredRecord> all = matching(filter).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new TimeRange(all.get(0).record().time(), all.get(all.size() - 1).record().time()));
    }

    @Override
    public List<String> harmCategories() {
        return matching(LogFilter.everything()).map(m -> m.record().category()).filter(c -> !c.equals(LogRecord.BENIGN)).distinct().sorted().toList();
    }

    @Override
    public List<String> models() {
        return records.stream().map(m -> m.record().model()).distinct().sorted().toList();
    }

    @Override
    public List<DailyCell> dailyCells(LogFilter filter) {
        Map<List<Object>, DailyCell> cells = new LinkedHashMap<>();
        matching(filter).forEach(m -> {
            LogRecord r = m.record();
            double w = 1 / r.inclusionProbability();
            long k = m.countsAsRefused() ? 1 : 0;
            cells.merge(List.of(day(m), r.category(), r.context(), r.detectorVersion()),
                new DailyCell(day(m), r.category(), r.context(), r.detectorVersion(), 1, k, w, w * w, w * k),
                (a, b) -> new DailyCell(a.date(), a.category(), a.context(), a.detectorVersion(), a.n() + b.n(), a.refused() + b.refused(),
                    a.weight() + b.weight(), a.weightSquared() + b.weightSquared(), a.weightedRefused() + b.weightedRefused()));
        });
        return new ArrayList<>(cells.values());
    }

    private static double value(LogSignal signal, LogRecord r) {
        return switch (signal) {
            case TOXICITY -> r.toxicity();
            case RESPONSE_TOKENS -> r.completionTokens() < 0 ? Double.NaN : r.completionTokens();
            case LATENCY_MILLIS -> r.latencyMillis() < 0 ? Double.NaN : r.latencyMillis();
            default -> Double.NaN;
        };
    }

    @Override
    public Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter) {
        Map<LocalDate, List<Double>> values = new TreeMap<>();
        matching(filter).forEach(m -> {
            double v = value(signal, m.record());
            if (!Double.isNaN(v)) {
                values.computeIfAbsent(day(m), d -> new ArrayList<>()).add(v);
            }
        });
        Map<LocalDate, double[]> sorted = new TreeMap<>();
        values.forEach((d, v) -> sorted.put(d, v.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
        return sorted;
    }

    @Override
    public double[] values(LogSignal signal, LogFilter filter) {
        return matching(filter).mapToDouble(m -> value(signal, m.record())).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }

    @Override
    public long[] times(LogFilter filter) {
        return matching(filter).mapToLong(m -> m.record().time().toEpochMilli()).sorted().toArray();
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
        return records.stream().filter(m -> ProductionLog.keyOf(m).equals(key)).findFirst();
    }
}
