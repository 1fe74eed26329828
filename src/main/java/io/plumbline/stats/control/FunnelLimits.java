package io.plumbline.stats.control;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BinomialTail;
import io.plumbline.stats.Interval;

/**
 * Limits of a funnel plot for shares: where the share of n items lies with a given probability if its source is like all others. Exact binomial
 * limits, interpolated between counts (Spiegelhalter 2005, Funnel plots for comparing institutional performance, Stat. Med. 24:1185, appendix
 * A.1.1).
 */
public final class FunnelLimits {

    private FunnelLimits() {
    }

    /**
     * @param centre     share of all sources together, in [0, 1]
     * @param n          items of this source, at least 1
     * @param confidence probability between the limits, e.g. 0.95 or 0.998
     */
    public static Interval of(double centre, long n, double confidence) {
        Argument.probability("centre", centre);
        Argument.confidence(confidence);
        if (n < 1) {
            throw new IllegalArgumentException("a source has one item at least: " + n);
        }
        double tail = (1 - confidence) / 2;
        return new Interval(limit(centre, n, tail), limit(centre, n, 1 - tail));
    }

    private static double limit(double centre, long n, double p) {
        long low = 0;
        long high = n;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (BinomialTail.atMost(middle, n, centre) > p) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double upTo = BinomialTail.atMost(low, n, centre);
        double at = upTo - BinomialTail.atMost(low - 1, n, centre);
        double part = at > 0 ? (upTo - p) / at : 0;
        return Math.max(0, Math.min(1, (low - part) / n));
    }
}
