package io.plumbline.stats.changepoint;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Change points without any tuning: one setting for every series. It answers two questions in turn.
 *
 * <p><b>Did anything change?</b> Only if the {@link ChangeEvidence} against one level or line with autocorrelated noise exceeds what such
 * noise produces by chance in a series of this length ({@link NullCriticalValues}). A season is taken off first, wild single values are
 * pulled in.
 *
 * <p><b>Where?</b> The exact optimum of least squares plus BIC's price per change (its parameters and its place, each log n), in units of
 * the variance that the series shows when no change is allowed. That variance contains the changes themselves; a change that cannot be seen
 * against the whole picture is therefore left out. Level or line per stretch: the one with the lower BIC.
 *
 * <p>Where each default comes from is in the decision record "Change points without tuning".
 *
 * @param changePoints 0-based index of the first point of each new segment, ascending
 * @param model what a stretch looks like
 * @param period length of the season that was taken off, 1 for none
 * @param autocorrelation of neighbouring residuals, in (-1, 1)
 * @param evidence strength of the evidence for any change
 * @param needed evidence needed at this length
 */
public record AutoSegmentation(int[] changePoints, StretchModel model, int period, double autocorrelation, double evidence, double needed) {

    /** Longer series are searched in this many blocks first and point by point around what that finds. */
    static final int FINEST_SEARCH = 2_048;
    private static final int SHORTEST_SERIES = 8;
    private static final int SHORTEST_SEGMENT = 3;

    /**
     * @param values finite values at about equal distances; fewer than 8 have no change points
     * @throws IllegalArgumentException if a value is not finite
     */
    public static AutoSegmentation of(double[] values) {
        return of(values, Counts.ones(values.length));
    }

    /**
     * Change points of a rate. Buckets without trials carry no information and are passed over.
     *
     * @param k successes per bucket
     * @param n trials per bucket
     */
    public static AutoSegmentation binomial(long[] k, long[] n) {
        Counts.requirePairs(k, n);
        int[] filled = IntStream.range(0, n.length).filter(i -> n[i] > 0).toArray();
        // Anscombe (1948): the arcsine of (k + 3/8) / (n + 3/4) has variance 1 / (4n + 2) whatever the rate.
        double[] values = Arrays.stream(filled).mapToDouble(i -> Math.asin(Math.sqrt((k[i] + 0.375) / (n[i] + 0.75)))).toArray();
        double[] weights = Arrays.stream(filled).mapToDouble(i -> n[i] + 0.5).toArray();
        AutoSegmentation found = of(values, weights);
        return found.with(Arrays.stream(found.changePoints).map(i -> filled[i]).toArray());
    }

    /**
     * @param values finite values at about equal distances
     * @param weights inverse variances up to a factor
     */
    public static AutoSegmentation of(double[] values, double[] weights) {
        Counts.requireFinite(values);
        Counts.requireWeights(values, weights);
        double[] weight = toMeanOne(weights);
        if (values.length < SHORTEST_SERIES || isConstant(values)) {
            return new AutoSegmentation(new int[0], StretchModel.LEVEL, 1, 0, 0, Double.POSITIVE_INFINITY);
        }
        SeasonalProfile season = values.length <= FINEST_SEARCH ? SeasonalProfile.of(values)
            : SeasonalProfile.of(Arrays.copyOf(values, FINEST_SEARCH));
        double[] clean = Robust.withoutOutliers(season.takenOff(values));
        if (isConstant(clean)) {
            return new AutoSegmentation(new int[0], StretchModel.LEVEL, season.period(), 0, 0, Double.POSITIVE_INFINITY);
        }
        int block = (values.length + FINEST_SEARCH - 1) / FINEST_SEARCH;
        Blocks blocks = Blocks.of(clean, weight, block);
        AutoSegmentation best = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (StretchModel model : StretchModel.values()) {
            AutoSegmentation found = search(model, blocks.values(), blocks.weights(), season.period());
            double criterion = bic(model, blocks.values(), blocks.weights(), found.changePoints);
            if (criterion < lowest) {
                lowest = criterion;
                best = found;
            }
        }
        return block == 1 ? best : best.with(Blocks.refined(best.model.cost(clean, weight), best.changePoints, block));
    }

    /** @return smallest number of points in a segment: the whole part of log n (closer changes cannot be told apart), at least 3 */
    static int minSegment(int size) {
        return Math.max(SHORTEST_SEGMENT, (int) Math.log(size));
    }

    private static AutoSegmentation search(StretchModel model, double[] values, double[] weights, int period) {
        int n = values.length;
        int minSegment = minSegment(n);
        ChangeEvidence evidence = ChangeEvidence.of(model, values, weights, period, minSegment);
        double needed = NullCriticalValues.of(model, n);
        int[] changes = {};
        if (evidence.strength() > needed) {
            SegmentCost cost = model.cost(values, weights);
            double variance = cost.cost(0, n) / n;
            changes = Pelt.segment(cost, (model.parameters() + 1) * Math.log(n) * variance, minSegment);
        }
        return new AutoSegmentation(changes, model, period, evidence.autocorrelation(), evidence.strength(), needed);
    }

    private static double bic(StretchModel model, double[] values, double[] weights, int[] changes) {
        int n = values.length;
        SegmentCost cost = model.cost(values, weights);
        double rest = Math.max(Segmentation.at(cost, changes).cost(), 1e-12 * cost.cost(0, n));
        return n * Math.log(rest / n) + ((changes.length + 1) * model.parameters() + changes.length) * Math.log(n);
    }

    private AutoSegmentation with(int[] points) {
        return new AutoSegmentation(points, model, period, autocorrelation, evidence, needed);
    }

    private static double[] toMeanOne(double[] weights) {
        double mean = Arrays.stream(weights).average().orElse(1);
        return Arrays.stream(weights).map(weight -> weight / mean).toArray();
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
