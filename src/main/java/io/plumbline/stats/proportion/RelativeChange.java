package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;

/**
 * How much a rate changed, as a share of where it started: {@code (p2 - p1) / p1}; negative is a decrease, -1 a loss of everything.
 */
public final class RelativeChange {

    private RelativeChange() {
    }

    /** The estimate {@code (second - first) / first} of a paired table, divided once. */
    public static double of(PairedCounts counts) {
        if (counts.first() == 0) {
            throw new IllegalArgumentException("a change relative to a first rate of 0 is not defined");
        }
        return (double) (counts.onlySecond() - counts.onlyFirst()) / counts.first();
    }

    /**
     * Interval on the same items: Newcombe's paired interval of the difference divided by the observed first rate, clipped at -1. It takes
     * the first rate as known, which is an approximation; for a first rate of 0.95 and 100 to 500 pairs it holds the true change in 95 to
     * 98 % of samples at a confidence of 95 % (statistics-coverage.md). {@link io.plumbline.stats.resampling.PairedChangeBootstrap} is the
     * cross-check.
     *
     * @throws IllegalArgumentException if nothing was a success the first time
     */
    public static Interval paired(PairedCounts counts, double confidence) {
        if (counts.first() == 0) {
            throw new IllegalArgumentException("a change relative to a first rate of 0 is not defined");
        }
        double p1 = (double) counts.first() / counts.n();
        return NewcombePairedInterval.of(counts, confidence).dividedBy(p1).clippedTo(-1, Double.POSITIVE_INFINITY);
    }

    /** Interval for independent groups: the ratio's Katz-log interval minus one. */
    public static Interval unpaired(long k1, long n1, long k2, long n2, double confidence) {
        Argument.counts(k1, n1);
        Interval ratio = KatzLogRatio.of(k1, n1, k2, n2, confidence);
        return new Interval(ratio.lower() - 1, ratio.upper() - 1);
    }
}
