package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import io.plumbline.stats.changepoint.BinomialCost;
import io.plumbline.stats.changepoint.ChangePointInterval;
import io.plumbline.stats.changepoint.CusumLocation;
import io.plumbline.stats.changepoint.Pelt;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.stats.proportion.NewcombeInterval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Cuts a daily rate into stretches of one level and says of each cut how sure its date and its size are. It sees the days that one
 * detector labelled, in order; days that another detector labelled are kept out by the caller, so a change of detector can never look
 * like a change of the model.
 */
final class Segmentation {

    private static final double NEGLIGIBLE = 1e-15;
    private static final int DRAWS = 200;
    private static final long SEED = 20260501L;

    private final int minSegment;
    private final double confidence;
    private final double alpha;

    /**
     * @param minSegment fewest days between two change points
     * @param confidence of the intervals
     * @param alpha      p-value above which a cut is taken out again, so that the stretches beside a change point do not end at noise
     */
    Segmentation(int minSegment, double confidence, double alpha) {
        this.minSegment = minSegment;
        this.confidence = confidence;
        this.alpha = alpha;
    }

    /** Change points of these days, p-values not adjusted yet: those that stand, and those that the penalty let through but chance explains. */
    Cuts of(List<DayCount> days, DriftRequest.ChangeMethod method, double penaltyTimesLogN) {
        if (days.size() < 2 * minSegment) {
            return new Cuts(List.of(), List.of());
        }
        long[] k = days.stream().mapToLong(DayCount::k).toArray();
        long[] n = days.stream().mapToLong(DayCount::n).toArray();
        double penalty = penaltyTimesLogN * Math.log(days.size());
        List<Integer> cuts = switch (method) {
            case PELT -> Arrays.stream(Pelt.binomial(k, n, penalty, minSegment)).boxed().collect(Collectors.toCollection(ArrayList::new));
            case CUSUM -> cusumCuts(k, n, penalty);
        };
        List<ChangePoint> fallen = new ArrayList<>();
        while (true) {
            List<Cut> tried = neighbours(k, n, cuts);
            int weakest = weakest(tried);
            if (weakest < 0) {
                fallen.sort(Comparator.comparing(ChangePoint::date));
                return new Cuts(tried.stream().map(cut -> changePoint(days, k, n, cut)).toList(), fallen);
            }
            fallen.add(changePoint(days, k, n, tried.get(weakest)));
            cuts.remove(weakest);
        }
    }

    private int weakest(List<Cut> points) {
        int weakest = -1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).pValue() >= alpha && (weakest < 0 || points.get(i).pValue() > points.get(weakest).pValue())) {
                weakest = i;
            }
        }
        return weakest;
    }

    private List<Cut> neighbours(long[] k, long[] n, List<Integer> cuts) {
        List<Cut> points = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            int from = i == 0 ? 0 : cuts.get(i - 1);
            int to = i == cuts.size() - 1 ? k.length : cuts.get(i + 1);
            points.add(cut(k, n, from, cuts.get(i), to, cuts.size()));
        }
        return points;
    }

    /** One change at the farthest excursion of the cumulative sum, then again on either side of it while the likelihood gains enough. */
    private List<Integer> cusumCuts(long[] k, long[] n, double penalty) {
        List<Integer> cuts = new ArrayList<>();
        cusumCut(new BinomialCost(k, n), k, n, 0, k.length, penalty, cuts);
        cuts.sort(null);
        return cuts;
    }

    private void cusumCut(BinomialCost cost, long[] k, long[] n, int from, int to, double penalty, List<Integer> cuts) {
        if (to - from < 2 * minSegment) {
            return;
        }
        int cut = from + CusumLocation.binomial(Arrays.copyOfRange(k, from, to), Arrays.copyOfRange(n, from, to)).changePoint();
        if (cut - from < minSegment || to - cut < minSegment || gain(cost, from, cut, to) <= penalty) {
            return;
        }
        cuts.add(cut);
        cusumCut(cost, k, n, from, cut, penalty, cuts);
        cusumCut(cost, k, n, cut, to, penalty, cuts);
    }

    private static double gain(BinomialCost cost, int from, int cut, int to) {
        return cost.cost(from, to) - cost.cost(from, cut) - cost.cost(cut, to);
    }

    /** The p-value counts the whole series as searched, and every cut in it: a short stretch between two cuts was searched for twice. */
    private Cut cut(long[] k, long[] n, int from, int cut, int to, int cuts) {
        long k0 = sum(k, from, cut);
        long n0 = sum(n, from, cut);
        long k1 = sum(k, cut, to);
        long n1 = sum(n, cut, to);
        double statistic = Math.min(Math.max(0, gain(new BinomialCost(k, n), from, cut, to)), exactStatistic(k0, n0, k1, n1));
        return new Cut(from, cut, to, statistic, Math.min(1, cuts * SupremumLikelihoodRatio.pValue(statistic, k.length, minSegment)));
    }

    /** The cut with the intervals of its date and size, which cost far more than its p-value. */
    private ChangePoint changePoint(List<DayCount> days, long[] k, long[] n, Cut of) {
        int from = of.from();
        int cut = of.at();
        int to = of.to();
        long k0 = sum(k, from, cut);
        long n0 = sum(n, from, cut);
        long k1 = sum(k, cut, to);
        long n1 = sum(n, cut, to);
        int[] range = ChangePointInterval.binomialBootstrap(k, n, from, to, cut, confidence, DRAWS, SEED);
        Interval difference = NewcombeInterval.of(k0, n0, k1, n1, confidence);
        return new ChangePoint(days.get(cut).date(), days.get(range[0]).date(), days.get(range[1]).date(),
            (double) k0 / n0, (double) k1 / n1, n0, n1, difference, days.get(to - 1).date(), of.statistic(), of.pValue(), 1, false,
            cusumAlarm(days, cut, to, (double) k0 / n0, (double) k1 / n1));
    }

    /**
     * Day on which a tabular CUSUM of the standardised daily rates, begun at the change point, passes its limit in the direction of the
     * change (k = 0.5, h = 5; Montgomery 2013, section 9.1): an independent confirmation, and how long a monitor would have taken.
     */
    private static Optional<LocalDate> cusumAlarm(List<DayCount> days, int cut, int to, double before, double after) {
        double reference = 0.5;
        double limit = 5;
        double sum = 0;
        double spread = Math.sqrt(before * (1 - before));
        for (int i = cut; i < to; i++) {
            DayCount day = days.get(i);
            if (day.n() == 0) {
                continue;
            }
            double deviation = ((double) day.k() / day.n() - before) * Math.signum(after - before);
            double z = spread == 0 ? Math.signum(deviation) * limit : deviation / (spread / Math.sqrt(day.n()));
            sum = Math.max(0, sum + z - reference);
            if (sum > limit) {
                return Optional.of(day.date());
            }
        }
        return Optional.empty();
    }

    /**
     * The chi-square value that Fisher's exact test of before against after amounts to. Near a rate of 0 or 1 the likelihood ratio promises
     * far more than the few failures behind it can keep.
     */
    private static double exactStatistic(long k0, long n0, long k1, long n1) {
        double p = FisherExactTest.twoSided(k0, n0 - k0, k1, n1 - k1);
        if (p < NEGLIGIBLE) {
            return Double.POSITIVE_INFINITY;
        }
        double z = new NormalDistribution().inverseCumulativeProbability(Math.min(0.5, p / 2));
        return z * z;
    }

    private static long sum(long[] values, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** One cut between its neighbours, as positions in the series. */
    private record Cut(int from, int at, int to, double statistic, double pValue) {
    }

    /** Change points that stand, by date, and those that do not. */
    record Cuts(List<ChangePoint> standing, List<ChangePoint> fallen) {

        Cuts {
            standing = List.copyOf(standing);
            fallen = List.copyOf(fallen);
        }

        /** Both lists together, each by date. */
        Cuts and(Cuts other) {
            return new Cuts(byDate(standing, other.standing), byDate(fallen, other.fallen));
        }

        private static List<ChangePoint> byDate(List<ChangePoint> first, List<ChangePoint> second) {
            return Stream.concat(first.stream(), second.stream()).sorted(Comparator.comparing(ChangePoint::date)).toList();
        }
    }
}
