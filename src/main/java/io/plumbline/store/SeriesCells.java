package io.plumbline.store;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TimeStep;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.Strings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the cells of a series from records. */
final class SeriesCells {

    private static final long MICROS = 1_000_000L;
    /** As many fit into one long. */
    private static final double MOST_COMBINATIONS = 1e18;

    private final SeriesRequest request;
    private final Set<LogSignal> signals;
    private final Map<Key, Cell> cells = new HashMap<>();

    SeriesCells(SeriesRequest request) {
        this.request = request;
        signals = request.signals();
    }

    Cell at(long epochSecond, List<String> names) {
        return cells.computeIfAbsent(new Key(request.step().bucket(epochSecond), names), key -> new Cell());
    }

    /** Adds records of a segment. */
    void add(SegmentView view, int[] records) {
        List<Strings> names = request.by().stream().map(view::names).toList();
        Map<LogSignal, double[]> values = new EnumMap<>(LogSignal.class);
        signals.forEach(signal -> values.put(signal, view.values(signal)));
        Map<Long, Cell> known = new HashMap<>();
        double combinations = names.stream().mapToDouble(Strings::different).reduce(request.step().bucket(Integer.MAX_VALUE), (a, b) -> a * b);
        Strings detectors = view.names(LogDimension.DETECTOR_VERSION);
        long first = request.step().bucket(Math.floorDiv(view.micros()[0], MICROS));
        for (int record : records) {
            long second = Math.floorDiv(view.micros()[record], MICROS);
            Cell cell = combinations > MOST_COMBINATIONS ? at(second, names(names, record))
                : known.computeIfAbsent(combined(request.step().bucket(second) - first, names, record), code -> at(second, names(names, record)));
            double weight = 1 / view.probability(record);
            cell.add(view.refused(record), weight);
            if (detectors.get(record).equals(MeasuredRecord.UNREAD)) {
                cell.addUnread(weight);
            }
            values.forEach((signal, column) -> cell.add(signal, column[record], weight));
        }
    }

    /** One number for bucket and names together. */
    private static long combined(long bucket, List<Strings> names, int record) {
        long combined = bucket;
        for (Strings column : names) {
            combined = combined * column.different() + column.code(record);
        }
        return combined;
    }

    private static List<String> names(List<Strings> names, int record) {
        return names.stream().map(column -> column.get(record)).toList();
    }

    void add(MeasuredRecord measured) {
        Cell cell = at(measured.record().time().getEpochSecond(), request.by().stream().map(dimension -> dimension.of(measured)).toList());
        double weight = 1 / measured.record().inclusionProbability();
        cell.add(measured.countsAsRefused(), weight);
        if (!measured.isRead()) {
            cell.addUnread(weight);
        }
        signals.forEach(signal -> cell.add(signal, measured.value(signal), weight));
    }

    /** The cells by time, then by names. */
    List<SeriesCell> list() {
        List<Key> keys = new ArrayList<>(cells.keySet());
        Collections.sort(keys);
        List<SeriesCell> list = new ArrayList<>(keys.size());
        for (Key key : keys) {
            Cell cell = cells.get(key);
            cell.signals.values().forEach(SignalSummary::finish);
            list.add(new SeriesCell(request.step().start(key.bucket), key.names, cell.n, cell.unread, cell.refused, cell.weight, cell.weightSquared,
                cell.weightedRefused, cell.unreadWeight, cell.signals));
        }
        return list;
    }

    /** One cell while it is added up. */
    static final class Cell {

        private final Map<LogSignal, SignalSummary> signals = new EnumMap<>(LogSignal.class);
        private long n;
        private long unread;
        private long refused;
        private double weight;
        private double weightSquared;
        private double weightedRefused;
        private double unreadWeight;

        void add(boolean isRefused, double ownWeight) {
            n++;
            refused += isRefused ? 1 : 0;
            weight += ownWeight;
            weightSquared += ownWeight * ownWeight;
            weightedRefused += isRefused ? ownWeight : 0;
        }

        void addUnread(double ownWeight) {
            unread++;
            unreadWeight += ownWeight;
        }

        void add(LogSignal signal, double value, double ownWeight) {
            if (!Double.isNaN(value)) {
                signals.computeIfAbsent(signal, wanted -> new SignalSummary()).add(value, ownWeight);
            }
        }
    }

    private record Key(long bucket, List<String> names) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = Long.compare(bucket, other.bucket);
            for (int i = 0; order == 0 && i < names.size(); i++) {
                order = names.get(i).compareTo(other.names.get(i));
            }
            return order;
        }
    }
}
