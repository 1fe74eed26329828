package io.plumbline.store;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.RollupReader.Selection;
import io.plumbline.store.segment.RollupCells;
import io.plumbline.store.segment.RollupSums;
import io.plumbline.store.segment.Strings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts cells of rollups together to those of a series. Goes column by column over arrays and numbers names, because a chart is often the
 * first thing that is asked of a process, and what runs there has not been compiled.
 */
final class RolledUpSeries {

    private final SeriesRequest request;
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> combinations = new ArrayList<>();
    private final List<Selection> parts = new ArrayList<>();
    /** By part: number of each cell's names, and its bucket. */
    private final List<int[]> names = new ArrayList<>();
    private final List<long[]> buckets = new ArrayList<>();

    RolledUpSeries(SeriesRequest request) {
        this.request = request;
    }

    void add(Selection selected) {
        parts.add(selected);
        names.add(numbered(selected));
        buckets.add(bucketed(selected));
    }

    private long[] bucketed(Selection selected) {
        int[] places = selected.places();
        long[] bucket = new long[places.length];
        long stored = Long.MIN_VALUE;
        long wanted = 0;
        for (int i = 0; i < places.length; i++) {
            long next = selected.cells().bucket(places[i]);
            if (next != stored) {
                stored = next;
                wanted = request.step().bucket(stored * selected.seconds());
            }
            bucket[i] = wanted;
        }
        return bucket;
    }

    private int[] numbered(Selection selected) {
        Strings[] columns = new Strings[request.by().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = selected.cells().names(request.by().get(i));
        }
        int[] places = selected.places();
        int[] combination = new int[places.length];
        if (columns.length == 1) {
            int[] ofCode = new int[columns[0].different()];
            Arrays.fill(ofCode, -1);
            for (int i = 0; i < places.length; i++) {
                int code = columns[0].code(places[i]);
                if (ofCode[code] < 0) {
                    ofCode[code] = number(List.of(columns[0].entry(code)));
                }
                combination[i] = ofCode[code];
            }
            return combination;
        }
        for (int i = 0; i < places.length; i++) {
            String[] words = new String[columns.length];
            for (int name = 0; name < words.length; name++) {
                words[name] = columns[name].get(places[i]);
            }
            combination[i] = number(List.of(words));
        }
        return combination;
    }

    private int number(List<String> words) {
        Integer number = numbers.get(words);
        if (number == null) {
            number = combinations.size();
            numbers.put(words, number);
            combinations.add(words);
        }
        return number;
    }

    /** The cells by time, then by names. */
    List<SeriesCell> list() {
        List<List<String>> sorted = new ArrayList<>(combinations);
        sorted.sort(new ByNames());
        int[] rank = new int[sorted.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[numbers.get(sorted.get(i))] = i;
        }
        long[][] keys = new long[parts.size()][];
        long[] cells = cells(keys, rank);
        Sums sums = new Sums(cells.length);
        for (int part = 0; part < keys.length; part++) {
            sums.add(parts.get(part), cellsOf(keys[part], cells), request);
        }
        List<SeriesCell> list = new ArrayList<>(cells.length);
        for (int cell = 0; cell < cells.length; cell++) {
            Instant start = request.step().start(Math.floorDiv(cells[cell], rank.length));
            list.add(sums.cell(cell, start, sorted.get(Math.floorMod(cells[cell], rank.length))));
        }
        return list;
    }

    /** The different keys of all cells, ascending: bucket, then names. */
    private long[] cells(long[][] keys, int[] rank) {
        int total = 0;
        for (int part = 0; part < keys.length; part++) {
            int[] name = names.get(part);
            long[] key = buckets.get(part).clone();
            for (int i = 0; i < key.length; i++) {
                key[i] = key[i] * rank.length + rank[name[i]];
            }
            keys[part] = key;
            total += key.length;
        }
        long[] all = new long[total];
        int at = 0;
        for (long[] key : keys) {
            System.arraycopy(key, 0, all, at, key.length);
            at += key.length;
        }
        Arrays.sort(all);
        int different = 0;
        for (int i = 0; i < total; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[different++] = all[i];
            }
        }
        return Arrays.copyOf(all, different);
    }

    private static int[] cellsOf(long[] keys, long[] cells) {
        int[] cellOf = new int[keys.length];
        long least = cells.length == 0 ? 0 : cells[0];
        boolean dense = cells.length > 0 && cells[cells.length - 1] - least < 4L * cells.length;
        if (!dense) {
            for (int i = 0; i < keys.length; i++) {
                cellOf[i] = Arrays.binarySearch(cells, keys[i]);
            }
            return cellOf;
        }
        int[] place = new int[(int) (cells[cells.length - 1] - least) + 1];
        for (int cell = 0; cell < cells.length; cell++) {
            place[(int) (cells[cell] - least)] = cell;
        }
        for (int i = 0; i < keys.length; i++) {
            cellOf[i] = place[(int) (keys[i] - least)];
        }
        return cellOf;
    }

    /** The cells of the series while they are added up. */
    private static final class Sums {

        private final long[] n;
        private final long[] unread;
        private final long[] refused;
        private final double[] weight;
        private final double[] weightSquared;
        private final double[] weightedRefused;
        private final double[] unreadWeight;
        private final Map<LogSignal, SignalSummary[]> signals = new EnumMap<>(LogSignal.class);

        Sums(int cells) {
            n = new long[cells];
            unread = new long[cells];
            refused = new long[cells];
            weight = new double[cells];
            weightSquared = new double[cells];
            weightedRefused = new double[cells];
            unreadWeight = new double[cells];
        }

        void add(Selection selected, int[] cellOf, SeriesRequest request) {
            RollupCells stored = selected.cells();
            int[] places = selected.places();
            Strings detectors = stored.names(LogDimension.DETECTOR_VERSION);
            int unreadCode = code(detectors, MeasuredRecord.UNREAD);
            for (int i = 0; i < places.length; i++) {
                int place = places[i];
                int cell = cellOf[i];
                n[cell] += stored.n(place);
                refused[cell] += stored.refused(place);
                weight[cell] += stored.weight(place);
                weightSquared[cell] += stored.weightSquared(place);
                weightedRefused[cell] += stored.weightedRefused(place);
                if (unreadCode >= 0 && detectors.get(place).equals(MeasuredRecord.UNREAD)) {
                    unread[cell] += stored.n(place);
                    unreadWeight[cell] += stored.weight(place);
                }
            }
            for (Map.Entry<LogSignal, RollupSums> signal : selected.block().sums().entrySet()) {
                SignalSummary[] summaries = signals.get(signal.getKey());
                if (summaries == null) {
                    summaries = new SignalSummary[n.length];
                    signals.put(signal.getKey(), summaries);
                }
                add(signal.getValue(), places, cellOf, summaries);
                if (request.quantiles().contains(signal.getKey())) {
                    addDistributions(signal.getValue(), places, cellOf, summaries);
                }
            }
        }

        private static void add(RollupSums sums, int[] places, int[] cellOf, SignalSummary[] summaries) {
            for (int i = 0; i < places.length; i++) {
                int place = places[i];
                if (sums.n(place) > 0) {
                    SignalSummary summary = summaries[cellOf[i]];
                    if (summary == null) {
                        summary = new SignalSummary();
                        summaries[cellOf[i]] = summary;
                    }
                    summary.add(sums, place);
                }
            }
        }

        private static void addDistributions(RollupSums sums, int[] places, int[] cellOf, SignalSummary[] summaries) {
            for (int i = 0; i < places.length; i++) {
                if (sums.n(places[i]) > 0) {
                    sums.addQuantiles(places[i], summaries[cellOf[i]].quantiles());
                }
            }
        }

        /** The number of a name; negative where nothing has it. */
        private static int code(Strings column, String name) {
            for (int code = 0; code < column.different(); code++) {
                if (column.entry(code).equals(name)) {
                    return code;
                }
            }
            return -1;
        }

        SeriesCell cell(int cell, Instant start, List<String> words) {
            Map<LogSignal, SignalSummary> summaries = Map.of();
            for (Map.Entry<LogSignal, SignalSummary[]> signal : signals.entrySet()) {
                SignalSummary summary = signal.getValue()[cell];
                if (summary != null && signals.size() == 1) {
                    summaries = Map.of(signal.getKey(), summary);
                } else if (summary != null) {
                    summaries = summaries.isEmpty() ? new EnumMap<>(LogSignal.class) : summaries;
                    summaries.put(signal.getKey(), summary);
                }
            }
            return new SeriesCell(start, words, n[cell], unread[cell], refused[cell], weight[cell], weightSquared[cell], weightedRefused[cell],
                unreadWeight[cell], summaries);
        }
    }

    private static final class ByNames implements Comparator<List<String>> {

        @Override
        public int compare(List<String> one, List<String> other) {
            int order = 0;
            for (int i = 0; order == 0 && i < one.size(); i++) {
                order = one.get(i).compareTo(other.get(i));
            }
            return order;
        }
    }
}
