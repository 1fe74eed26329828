package io.plumbline.stats.changepoint;

/**
 * How much autocorrelation inflates the variance of a mean.
 *
 * <p>From 50 values on: the sum of the autocorrelations in pairs of lags, for as long as the pairs are positive and made to fall: Geyer
 * (1992), "Practical Markov chain Monte Carlo", Statistical Science 7, section 3.3. It needs no order. A rate that wanders, counted in
 * finite buckets, is an autoregression plus white noise; its first autocorrelation alone would hide its memory. Below 50 values only the
 * first autocorrelation can be trusted (Box &amp; Jenkins 1970, section 2.1.6), and the inflation is that of a first-order autoregression.
 */
final class LongRunVariance {

    /** Highest lag that is looked at. */
    static final int LAGS = 31;
    private static final int FEWEST_FOR_SEVERAL_LAGS = 50;

    private LongRunVariance() {
    }

    /**
     * @param correlations autocorrelations at lags 1 to {@link #LAGS}, inside (-1, 1)
     * @param size number of values they come from
     * @return inflation of the variance of a mean, at least 1
     */
    static double inflation(double[] correlations, int size) {
        double first = correlations[0];
        if (size < FEWEST_FOR_SEVERAL_LAGS) {
            return Math.max(1, (1 + first) / (1 - first));
        }
        double sum = 1 + 2 * first;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 1; i + 1 < Math.min(correlations.length, size / 4); i += 2) {
            double pair = Math.min(last, correlations[i] + correlations[i + 1]);
            if (pair <= 0) {
                break;
            }
            sum += 2 * pair;
            last = pair;
        }
        return Math.max(1, sum);
    }
}
