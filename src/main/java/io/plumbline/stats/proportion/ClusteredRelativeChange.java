package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The relative change of two rates on the same items where items come in clusters (templates, personas): ratio of cluster totals, linearised,
 * with the variance between clusters and Student's t with one degree of freedom less than clusters (Cochran 1977, Sampling Techniques, 6.3;
 * the ratio estimator of survey programs).
 *
 * @param change       (second − first) / first
 * @param error        its standard error
 * @param clusters     number of clusters
 * @param designEffect variance of the difference over what it would be if items were independent; 1 where nothing varies
 */
public record ClusteredRelativeChange(double change, double error, int clusters, double designEffect) {

    /**
     * @param n      items of each cluster
     * @param first  successes of each cluster the first time; at least one in all
     * @param second    successes of each cluster the second time
     * @param flips     items that changed one way
     * @param backFlips items that changed the other
     */
    public static ClusteredRelativeChange of(long[] n, long[] first, long[] second, long flips, long backFlips) {
        Argument.atLeast("clusters", 2, n.length);
        Argument.sameLength("first", n.length, first.length);
        Argument.sameLength("second", n.length, second.length);
        double items = 0;
        double before = 0;
        double difference = 0;
        for (int k = 0; k < n.length; k++) {
            items += n[k];
            before += first[k];
            difference += second[k] - first[k];
        }
        double change = difference / before;
        double mean = difference / items;
        double ratioSquares = 0;
        double meanSquares = 0;
        for (int k = 0; k < n.length; k++) {
            double d = second[k] - first[k];
            ratioSquares += square(d - change * first[k]);
            meanSquares += square(d - mean * n[k]);
        }
        double correction = n.length / (n.length - 1.0);
        double independent = items / (items - 1) * (flips + backFlips - items * mean * mean);
        return new ClusteredRelativeChange(change, Math.sqrt(correction * ratioSquares) / before, n.length,
            independent > 0 ? correction * meanSquares / independent : 1);
    }

    private static double square(double x) {
        return x * x;
    }

    /** Interval of the relative change; not below −1. */
    public Interval interval(double confidence) {
        Argument.confidence(confidence);
        double reach = new TDistribution(clusters - 1.0).inverseCumulativeProbability(1 - (1 - confidence) / 2) * error;
        return new Interval(Math.max(-1, change - reach), change + reach);
    }
}
