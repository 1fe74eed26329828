package io.plumbline.stats.changepoint;

import java.util.Arrays;

/**
 * The segmentation with the smallest total cost plus penalty, found exactly and, when the number of changes grows with the series, in
 * about linear time.
 *
 * <p>Killick, Fearnhead &amp; Eckley (2012), "Optimal detection of changepoints with a linear computational cost", JASA 107, section 3.
 * With a minimum segment length m a candidate that is beaten at time t may only be dropped from time t + m on, because until then the
 * winner could not start a segment at t.
 */
public final class Pelt {

    private Pelt() {
    }

    /**
     * Change points of a rate.
     *
     * @param k successes per bucket
     * @param n trials per bucket
     * @param penalty what one more change point must gain in deviance; {@code 3 log(buckets)} is a common choice
     * @param minSegment smallest number of buckets in a segment, at least 1
     * @return 0-based index of the first bucket of each new segment, ascending; empty when one rate describes all
     * @throws IllegalArgumentException on counts out of range, a negative or NaN penalty, or minSegment below 1
     */
    public static int[] binomial(long[] k, long[] n, double penalty, int minSegment) {
        return segment(new BinomialCost(k, n), penalty, minSegment);
    }

    /**
     * @param cost the series as seen by one model
     * @param penalty price of one change point, at least 0
     * @param minSegment smallest number of points in a segment, at least 1; a series shorter than two of them has no change point
     * @return 0-based index of the first point of each new segment, ascending
     */
    public static int[] segment(SegmentCost cost, double penalty, int minSegment) {
        int size = cost.size();
        SegmentationPath path = new SegmentationPath(size, penalty, minSegment);
        double slack = cost.pruningSlack();
        int[] candidates = new int[size + 1];
        int[] beatenAt = new int[size + 1];
        double[] costs = new double[size + 1];
        Arrays.fill(beatenAt, Integer.MAX_VALUE);
        int count = 0;
        for (int end = minSegment; end <= size; end++) {
            int newest = end - minSegment;
            if (newest == 0 || newest >= minSegment) {
                candidates[count++] = newest;
            }
            double best = Double.POSITIVE_INFINITY;
            int bestStart = 0;
            for (int c = 0; c < count; c++) {
                int start = candidates[c];
                costs[c] = path.best(start) + cost.cost(start, end);
                if (costs[c] < best) {
                    best = costs[c];
                    bestStart = start;
                }
            }
            path.record(end, bestStart, best + penalty);
            int kept = 0;
            for (int c = 0; c < count; c++) {
                int start = candidates[c];
                if (beatenAt[start] == Integer.MAX_VALUE && costs[c] + slack > best + penalty) {
                    beatenAt[start] = end;
                }
                if (end + 1L < (long) beatenAt[start] + minSegment) {
                    candidates[kept++] = start;
                }
            }
            count = kept;
        }
        return path.changePoints();
    }
}
