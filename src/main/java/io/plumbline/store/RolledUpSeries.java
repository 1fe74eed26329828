package io.plumbline.store;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TimeStep;
import io.plumbline.store.RollupReader.Selection;
import io.plumbline.store.segment.RollupCells;
import io.plumbline.store.segment.RollupSums;
import io.plumbline.store.segment.Strings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts cells of rollups together to those of a series. Works on numbers for names and arrays for cells, because a chart is often the first
 * thing that is asked of a process.
 */
final class RolledUpSeries {

    private final SeriesRequest request;
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> combinations = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    RolledUpSeries(SeriesRequest request) {
        this.request = request;
    }

    void add(Selection selected) {
        parts.add(new Part(selected, numbered(selected)));
    }

    /** The number of each cell's names. */
    private int[] numbered(Selection selected) {
        Strings[] names = new Strings[request.by().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = selected.cells().names(request.by().get(i));
        }
        int[] places = selected.places();
        int[] combination = new int[places.length];
        if (names.length == 1 && names[0].different() < places.length) {
            int[] ofCode = new int[names[0].different()];
            Arrays.fill(ofCode, -1);
            for (int i = 0; i < places.length; i++) {
                int code = names[0].code(places[i]);
                if (ofCode[code] < 0) {
                    ofCode[code] = number(List.of(names[0].entry(code)));
                }
                combination[i] = ofCode[code];
            }
            return combination;
        }
        for (int i = 0; i < places.length; i++) {
            String[] words = new String[names.length];
            for (int name = 0; name < words.length; name++) {
                words[name] = names[name].get(places[i]);
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
        int[] rank = ranks();
        Map<Long, Cell> cells = new HashMap<>();
        for (Part part : parts) {
            RollupCells stored = part.selected.cells();
            for (int i = 0; i < part.combination.length; i++) {
                int place = part.selected.places()[i];
                long bucket = bucket(stored.bucket(place), part.selected.seconds());
                long key = bucket * rank.length + rank[part.combination[i]];
                Cell cell = cells.get(key);
                if (cell == null) {
                    cell = new Cell(bucket, rank[part.combination[i]], combinations.get(part.combination[i]));
                    cells.put(key, cell);
                }
                cell.add(part.selected, place, request);
            }
        }
        Cell[] sorted = cells.values().toArray(new Cell[0]);
        Arrays.sort(sorted);
        List<SeriesCell> list = new ArrayList<>(sorted.length);
        for (Cell cell : sorted) {
            list.add(cell.finished(request.step()));
        }
        return list;
    }

    /** Where each combination of names stands among all, sorted. */
    private int[] ranks() {
        List<List<String>> sorted = new ArrayList<>(combinations);
        sorted.sort(new ByNames());
        int[] rank = new int[sorted.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[numbers.get(sorted.get(i))] = i;
        }
        return rank;
    }

    private long bucket(long stored, long seconds) {
        return request.step().bucket(stored * seconds);
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

    private record Part(Selection selected, int[] combination) {
    }

    /** One cell of the series while it is added up. */
    private static final class Cell implements Comparable<Cell> {

        private final long bucket;
        private final int rank;
        private final List<String> names;
        private long n;
        private long unread;
        private long refused;
        private double weight;
        private double weightSquared;
        private double weightedRefused;
        private double unreadWeight;
        private Map<LogSignal, SignalSummary> signals = Map.of();

        Cell(long bucket, int rank, List<String> names) {
            this.bucket = bucket;
            this.rank = rank;
            this.names = names;
        }

        void add(Selection selected, int place, SeriesRequest request) {
            RollupCells stored = selected.cells();
            long more = stored.n(place);
            n += more;
            refused += stored.refused(place);
            weight += stored.weight(place);
            weightSquared += stored.weightSquared(place);
            weightedRefused += stored.weightedRefused(place);
            if (stored.names(LogDimension.DETECTOR_VERSION).get(place).equals(MeasuredRecord.UNREAD)) {
                unread += more;
                unreadWeight += stored.weight(place);
            }
            for (Map.Entry<LogSignal, RollupSums> signal : selected.block().sums().entrySet()) {
                RollupSums sums = signal.getValue();
                if (sums.n(place) > 0) {
                    SignalSummary summary = summary(signal.getKey());
                    summary.add(sums, place);
                    if (request.quantiles().contains(signal.getKey())) {
                        sums.addQuantiles(place, summary.quantiles());
                    }
                }
            }
        }

        private SignalSummary summary(LogSignal signal) {
            SignalSummary known = signals.get(signal);
            if (known == null) {
                known = new SignalSummary();
                if (signals.isEmpty()) {
                    signals = Map.of(signal, known);
                } else {
                    signals = new EnumMap<>(signals);
                    signals.put(signal, known);
                }
            }
            return known;
        }

        SeriesCell finished(TimeStep step) {
            return new SeriesCell(step.start(bucket), names, n, unread, refused, weight, weightSquared, weightedRefused, unreadWeight,
                signals);
        }

        @Override
        public int compareTo(Cell other) {
            int order = Long.compare(bucket, other.bucket);
            return order != 0 ? order : Integer.compare(rank, other.rank);
        }
    }
}
