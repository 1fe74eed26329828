package io.plumbline.imports.metric;

import io.plumbline.domain.InputException;
import io.plumbline.imports.Series;
import io.plumbline.imports.source.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The series of one file from a store of metrics, each with its name and labels. Points are put in the order of their times; of two at the
 * same time the later in the file counts, as it does in those stores.
 */
final class MetricSet {

    private static final int LONGEST = 20_000_000;
    private static final int NAMES_SHOWN = 8;

    private final String file;
    private final Map<String, Points> series = new LinkedHashMap<>();
    private final Map<String, List<String>> shortNames = new LinkedHashMap<>();
    private int size;

    MetricSet(String file) {
        this.file = file;
    }

    /**
     * Adds a point.
     *
     * @param name  whole name, labels included, that sets the series apart
     * @param plain shorter names under which a person may ask for it
     * @param time  when, in any unit that is the same all over the file
     */
    void point(String name, List<String> plain, long time, double value) {
        Points points = series.get(name);
        if (points == null) {
            points = new Points();
            series.put(name, points);
            plain.forEach(each -> shortNames.computeIfAbsent(each, key -> new ArrayList<>()).add(name));
        }
        size++;
        if (size > LONGEST) {
            throw new InputException(file + " has more than " + LONGEST + " points. Export a shorter range or a coarser step.");
        }
        points.add(time, value);
    }

    /** The series that is asked for, or the only one. Two names with a slash between them are successes and trials. */
    Series choose(Optional<String> wanted) {
        if (series.isEmpty()) {
            throw new InputException(file + " holds no points. A series needs at least one.");
        }
        if (wanted.isEmpty()) {
            if (series.size() == 1) {
                return Series.of(series.values().iterator().next().inOrder().values());
            }
            throw new InputException(file + " has " + series.size() + " series. Choose one with --column: " + names(series.keySet()) + ".");
        }
        Optional<Points> one = named(wanted.get());
        if (one.isPresent()) {
            return Series.of(one.get().inOrder().values());
        }
        Optional<String[]> pair = Series.pair(wanted.get());
        if (pair.isPresent() && named(pair.get()[0]).isPresent() && named(pair.get()[1]).isPresent()) {
            return rate(named(pair.get()[0]).get().inOrder(), named(pair.get()[1]).get().inOrder());
        }
        throw new InputException(file + " has no series “" + Excerpt.of(wanted.get()) + "”. It has: " + names(series.keySet()) + ".");
    }

    private Optional<Points> named(String name) {
        if (series.containsKey(name)) {
            return Optional.of(series.get(name));
        }
        List<String> meant = shortNames.getOrDefault(name, List.of());
        if (meant.size() > 1) {
            throw new InputException(file + " has " + meant.size() + " series “" + Excerpt.of(name) + "”. Choose one with its labels: "
                + names(meant) + ".");
        }
        return meant.isEmpty() ? Optional.empty() : Optional.of(series.get(meant.get(0)));
    }

    /** Successes and trials at the times that both have. */
    private Series rate(Ordered successes, Ordered trials) {
        long[] k = new long[successes.times.length];
        long[] n = new long[k.length];
        int size = 0;
        for (int i = 0; i < k.length; i++) {
            int at = Arrays.binarySearch(trials.times, successes.times[i]);
            if (at >= 0 && !Double.isNaN(successes.values[i]) && !Double.isNaN(trials.values[at])) {
                String where = file + ", point " + (i + 1);
                k[size] = Series.count(where, successes.values[i]);
                n[size] = Series.count(where, trials.values[at]);
                Series.requireWithinTrials(where, k[size], n[size]);
                size++;
            }
        }
        return Series.of(new Series.Counts(Arrays.copyOf(k, size), Arrays.copyOf(n, size)));
    }

    private static String names(Iterable<String> all) {
        List<String> shown = new ArrayList<>();
        all.forEach(shown::add);
        return String.join(", ", shown.stream().limit(NAMES_SHOWN).map(Excerpt::of).toList()) + (shown.size() > NAMES_SHOWN ? ", …" : "");
    }

    private record Ordered(long[] times, double[] values) {
    }

    private static final class Points {

        private long[] times = new long[64];
        private double[] values = new double[64];
        private int size;

        void add(long time, double value) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            times[size] = time;
            values[size] = value;
            size++;
        }

        Ordered inOrder() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
            long[] at = new long[size];
            double[] value = new double[size];
            int kept = 0;
            for (int i : order) {
                int to = kept > 0 && at[kept - 1] == times[i] ? kept - 1 : kept++;
                at[to] = times[i];
                value[to] = values[i];
            }
            return new Ordered(Arrays.copyOf(at, kept), Arrays.copyOf(value, kept));
        }
    }
}
