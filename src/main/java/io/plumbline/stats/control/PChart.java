package io.plumbline.stats.control;

import io.plumbline.stats.Interval;

/**
 * Shewhart chart of a proportion with its own binomial limits for each bucket's size. Montgomery (2013), "Introduction to Statistical
 * Quality Control", 7th edition, section 7.2, eq. 7.8 and 7.11; limits are cut at 0 and 1.
 */
public final class PChart {

    private PChart() {
    }

    /**
     * @param pBar centre, in [0, 1]
     * @param n size of the bucket, at least 1
     * @param sigma width in standard errors, above 0; 3 is usual
     * @return the limits of one bucket, inside [0, 1]
     * @throws IllegalArgumentException outside of those ranges
     */
    public static Interval limits(double pBar, long n, double sigma) {
        requireProportion(pBar);
        if (n < 1 || !(sigma > 0)) {
            throw new IllegalArgumentException("Limits need a bucket of at least 1 and a width above 0, got " + n + " and " + sigma);
        }
        double reach = sigma * Math.sqrt(pBar * (1 - pBar) / n);
        return new Interval(Math.max(0, pBar - reach), Math.min(1, pBar + reach));
    }

    /**
     * Limits from the buckets themselves.
     *
     * @param k successes per bucket
     * @param n trials per bucket, each at least 1
     * @param sigma width in standard errors
     */
    public static ControlChart of(long[] k, long[] n, double sigma) {
        return around(Proportions.pooled(k, n), k, n, sigma);
    }

    /**
     * Limits from a baseline, applied to any buckets.
     *
     * @param pBar centre that the baseline gave
     */
    public static ControlChart around(double pBar, long[] k, long[] n, double sigma) {
        double[] p = Proportions.of(k, n);
        double[] lower = new double[p.length];
        double[] upper = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            Interval limits = limits(pBar, n[i], sigma);
            lower[i] = limits.lower();
            upper[i] = limits.upper();
        }
        return new ControlChart(pBar, Math.sqrt(pBar * (1 - pBar)), p, lower, upper);
    }

    private static void requireProportion(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A proportion lies in [0, 1], not at " + p);
        }
    }
}
