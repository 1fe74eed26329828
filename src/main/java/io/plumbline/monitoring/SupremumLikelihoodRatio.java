package io.plumbline.monitoring;

/**
 * How often the largest likelihood-ratio statistic over all possible days of a change exceeds a value when nothing changed. A change point
 * was looked for, so the plain chi-square p-value of its before-and-after test would be far too small.
 *
 * <p>James, James and Siegmund (1987), "Tests for a change-point", Biometrika 74; in the form of Csörgő and Horváth (1997), "Limit
 * Theorems in Change-Point Analysis", eq. 1.3.26, for one parameter.
 */
public final class SupremumLikelihoodRatio {

    /** The approximation is a tail expansion; below this statistic it is no longer one. */
    private static final double TAIL_BEGINS = 4;

    private SupremumLikelihoodRatio() {
    }

    /**
     * @param statistic  −2 log Λ, at least 0
     * @param buckets    buckets of the two segments together
     * @param minSegment smallest number of buckets in a segment
     * @return probability in [0, 1]
     */
    public static double pValue(double statistic, int buckets, int minSegment) {
        if (statistic < TAIL_BEGINS || buckets < 2 * minSegment) {
            return 1;
        }
        double trimmed = Math.min(0.49, (double) minSegment / buckets);
        double x = Math.sqrt(statistic);
        double range = 2 * Math.log((1 - trimmed) / trimmed);
        double tail = x * Math.exp(-statistic / 2) / Math.sqrt(2 * Math.PI) * (range * (1 - 1 / statistic) + 4 / statistic);
        return Math.min(1, Math.max(0, tail));
    }
}
