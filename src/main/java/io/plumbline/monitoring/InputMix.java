package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import io.plumbline.stats.distribution.JensenShannon;
import io.plumbline.stats.distribution.PermutationNull;
import io.plumbline.stats.multiplicity.Holm;
import io.plumbline.stats.random.BinomialSampler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether people ask for the same things as in the baseline. The distance of each day's category mix is judged by what chance gives at
 * these numbers of records, never by a fixed threshold (R15; REQUIREMENTS section 3, item 13).
 */
final class InputMix {

    private static final int ROUNDS = 400;
    private static final int DRAWS = 200;
    private static final long SEED = 13L;
    private static final double BASE = 2;
    private static final double LEVEL = 0.95;
    private static final double FEWEST_EXPECTED = 5;
    private static final double ONE_DAY_MUST_BE_PLAINER = 10;

    private final List<String> categories;
    private final long[] base;
    private final Baseline baseline;
    private final NavigableMap<LocalDate, long[]> daily = new TreeMap<>();
    private Optional<MetricSeries> series = Optional.empty();

    InputMix(LogSnapshot log, Baseline baseline) {
        this.baseline = baseline;
        this.categories = log.harmCategories();
        this.base = categories.stream().mapToLong(c -> baseline.category(c).trials()).toArray();
        for (int i = 0; i < base.length; i++) {
            int column = i;
            log.dailyRefusal(categories.get(i)).forEach((date, tally) ->
                daily.computeIfAbsent(date, d -> new long[categories.size()])[column] = tally.trials());
        }
    }

    private boolean comparable() {
        return categories.size() > 1 && Arrays.stream(base).sum() > 0;
    }

    boolean isAgainst(Baseline other) {
        return baseline.equals(other);
    }

    /** Distances by day; the permutations behind them are drawn once. */
    synchronized MetricSeries series() {
        MetricSeries computed = series.orElseGet(this::distances);
        series = Optional.of(computed);
        return computed;
    }

    private MetricSeries distances() {
        List<SeriesPoint> points = new ArrayList<>();
        if (comparable()) {
            daily.forEach((date, counts) -> points.add(point(date, counts)));
        }
        String note = comparable() ? "chance at these n, 95% (permutation, " + ROUNDS + " rounds)"
            : "no mix: " + (categories.size() > 1 ? "the baseline has no harm-category prompts" : "fewer than two harm categories");
        return new MetricSeries(Metric.CATEGORY_MIX, MetricSeries.ALL, points, 0, Optional.empty(), note, List.of(), List.of());
    }

    private SeriesPoint point(LocalDate date, long[] counts) {
        long n = Arrays.stream(counts).sum();
        double distance = distance(counts);
        double chance = PermutationNull.jsThreshold(base, counts, BASE, LEVEL, ROUNDS, SEED);
        return new SeriesPoint(date, n, n, distance, distance, bootstrap(counts, distance), Optional.of(new Interval(0, Math.max(0, chance))),
            Double.NaN, Optional.empty(), false, distance > chance);
    }

    private double distance(long[] counts) {
        return JensenShannon.distance(shares(base), shares(counts), BASE);
    }

    private static double[] shares(long[] counts) {
        double total = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(c -> c / total).toArray();
    }

    /** Percentiles of the distance when the day's records are drawn again from its own mix; stretched to hold the distance itself. */
    private Interval bootstrap(long[] counts, double distance) {
        BinomialSampler sampler = new BinomialSampler(new SplittableRandom(SEED));
        double[] shares = shares(counts);
        long n = Arrays.stream(counts).sum();
        double[] drawn = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            long[] again = new long[counts.length];
            long left = n;
            double rest = 1;
            for (int i = 0; i < counts.length; i++) {
                again[i] = i == counts.length - 1 ? left : sampler.draw(left, Math.min(1, Math.max(0, rest <= 0 ? 0 : shares[i] / rest)));
                left -= again[i];
                rest -= shares[i];
            }
            drawn[d] = distance(again);
        }
        Arrays.sort(drawn);
        return new Interval(Math.min(distance, drawn[(int) (0.025 * DRAWS)]), Math.max(distance, drawn[(int) (0.975 * DRAWS)]));
    }

    /** Runs of days whose mix differs from the baseline's, supported after Holm's adjustment over all days. */
    List<Shift> shifts(double alpha, long fewest, int window) {
        if (!comparable()) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        List<long[]> counts = new ArrayList<>();
        boolean sparse = median() < fewest;
        daily.keySet().stream().filter(d -> !baseline.covers(d)).forEach(date -> {
            days.add(date);
            counts.add(sparse ? sum(date.minusDays(window - 1L), date) : daily.get(date));
        });
        double[] adjusted = Holm.adjust(counts.stream().mapToDouble(this::homogeneity).toArray());
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            if (adjusted[i] < alpha) {
                extend(shifts, days.get(i), adjusted[i]);
            }
        }
        shifts.removeIf(s -> s.from().equals(s.to()) && s.adjustedP() >= alpha / ONE_DAY_MUST_BE_PLAINER);
        return shifts;
    }

    private static void extend(List<Shift> shifts, LocalDate date, double p) {
        int last = shifts.size() - 1;
        if (last >= 0 && !date.isAfter(shifts.get(last).to().plusDays(3))) {
            Shift open = shifts.get(last);
            shifts.set(last, new Shift(open.from(), date, Math.min(open.adjustedP(), p)));
        } else {
            shifts.add(new Shift(date, date, p));
        }
    }

    private long median() {
        long[] totals = daily.values().stream().mapToLong(c -> Arrays.stream(c).sum()).sorted().toArray();
        return totals.length == 0 ? 0 : totals[totals.length / 2];
    }

    private long[] sum(LocalDate from, LocalDate to) {
        long[] sum = new long[categories.size()];
        daily.subMap(from, true, to, true).values().forEach(c -> Arrays.setAll(sum, i -> sum[i] + c[i]));
        return sum;
    }

    /** Pearson's test that two rows of counts have the same mix; categories too small for it are put together. */
    private double homogeneity(long[] counts) {
        double n0 = Arrays.stream(base).sum();
        double n1 = Arrays.stream(counts).sum();
        double statistic = 0;
        int cells = 0;
        double rest0 = 0;
        double rest1 = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = (base[i] + counts[i]) * Math.min(n0, n1) / (n0 + n1);
            if (expected < FEWEST_EXPECTED) {
                rest0 += base[i];
                rest1 += counts[i];
            } else {
                statistic += part(base[i], counts[i], n0, n1);
                cells++;
            }
        }
        if (rest0 + rest1 > 0) {
            statistic += part(rest0, rest1, n0, n1);
            cells++;
        }
        return cells < 2 ? 1 : 1 - new ChiSquaredDistribution(cells - 1.0).cumulativeProbability(statistic);
    }

    private static double part(double a, double b, double n0, double n1) {
        double e0 = (a + b) * n0 / (n0 + n1);
        double e1 = (a + b) * n1 / (n0 + n1);
        return (a - e0) * (a - e0) / e0 + (b - e1) * (b - e1) / e1;
    }

    /** The category whose share moved most over these days, with share before and after. */
    Moved moved(Shift shift) {
        double[] before = shares(base);
        double[] after = shares(sum(shift.from(), shift.to()));
        int most = 0;
        for (int i = 1; i < before.length; i++) {
            most = Math.abs(after[i] - before[i]) > Math.abs(after[most] - before[most]) ? i : most;
        }
        return new Moved(categories.get(most), before[most], after[most]);
    }

    /** Shares of the categories per day, for the stacked chart. */
    Map<LocalDate, Map<String, Double>> dailyShares() {
        Map<LocalDate, Map<String, Double>> shares = new LinkedHashMap<>();
        daily.forEach((date, counts) -> {
            Map<String, Double> day = new LinkedHashMap<>();
            double total = Arrays.stream(counts).sum();
            for (int i = 0; i < counts.length; i++) {
                day.put(categories.get(i), counts[i] / total);
            }
            shares.put(date, day);
        });
        return shares;
    }

    /** Days on which people asked differently. */
    record Shift(LocalDate from, LocalDate to, double adjustedP) {
    }

    /** A category's share, before and after. */
    record Moved(String category, double before, double after) {
    }
}
