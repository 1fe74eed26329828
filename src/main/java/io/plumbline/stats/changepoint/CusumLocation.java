package io.plumbline.stats.changepoint;

/**
 * Where a series that changed once most likely changed: the index at which its cumulative sum of deviations from the overall level is
 * farthest from zero.
 *
 * <p>Page (1955), "A test for a change in a parameter occurring at an unknown point", Biometrika 42; the p-value is that of the supremum of
 * the absolute Brownian bridge (Ploberger &amp; Krämer 1992, Econometrica 60), which ignores autocorrelation.
 *
 * @param changePoint 0-based index of the first point after the change, in [1, size - 1]
 * @param statistic largest absolute cumulative deviation, standardised to a Brownian bridge; 0 for a constant series
 * @param pValue probability of a larger statistic without any change, in [0, 1]
 */
public record CusumLocation(int changePoint, double statistic, double pValue) {

    /**
     * @param values at least two finite values
     * @throws IllegalArgumentException on fewer, or on a value that is not finite
     */
    public static CusumLocation of(double[] values) {
        Counts.requireFinite(values);
        requireTwo(values.length);
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        double sum = 0;
        double largest = -1;
        int at = 1;
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - mean;
            squares += deviation * deviation;
            sum += deviation;
            if (i < values.length - 1 && Math.abs(sum) > largest) {
                largest = Math.abs(sum);
                at = i + 1;
            }
        }
        double statistic = squares > 0 ? largest / Math.sqrt(squares) : 0;
        return new CusumLocation(at, statistic, bridgeTail(statistic));
    }

    /**
     * The same for a rate: successes minus what the overall rate would give, standardised by the binomial variance.
     *
     * @param k successes per bucket
     * @param n trials per bucket; at least two buckets
     */
    public static CusumLocation binomial(long[] k, long[] n) {
        Counts.requirePairs(k, n);
        requireTwo(k.length);
        double successes = 0;
        double trials = 0;
        for (int i = 0; i < k.length; i++) {
            successes += k[i];
            trials += n[i];
        }
        double rate = trials > 0 ? successes / trials : 0;
        double sum = 0;
        double largest = -1;
        int at = 1;
        for (int i = 0; i < k.length - 1; i++) {
            sum += k[i] - rate * n[i];
            if (Math.abs(sum) > largest) {
                largest = Math.abs(sum);
                at = i + 1;
            }
        }
        double variance = trials * rate * (1 - rate);
        double statistic = variance > 0 ? largest / Math.sqrt(variance) : 0;
        return new CusumLocation(at, statistic, bridgeTail(statistic));
    }

    private static void requireTwo(int size) {
        if (size < 2) {
            throw new IllegalArgumentException("A change needs at least two points, not " + size);
        }
    }

    /** P(sup |B| > x) for a Brownian bridge B: the Kolmogorov distribution. */
    private static double bridgeTail(double x) {
        if (x < 0.2) {
            return 1;
        }
        double tail = 0;
        for (int j = 1; j <= 100; j++) {
            double term = 2 * Math.exp(-2.0 * j * j * x * x);
            tail += j % 2 == 1 ? term : -term;
            if (term < 1e-17) {
                break;
            }
        }
        return Math.min(1, Math.max(0, tail));
    }
}
