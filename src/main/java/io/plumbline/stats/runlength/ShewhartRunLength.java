package io.plumbline.stats.runlength;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Average run length of a chart whose points signal independently of one another: one over the probability of a signal.
 * Montgomery (2013), "Introduction to Statistical Quality Control", 7th edition, chapter 5.
 */
public final class ShewhartRunLength {

    private ShewhartRunLength() {
    }

    /**
     * @param sigma width of the limits in standard errors, above 0
     * @param shift shift of the mean in standard errors
     * @return average number of points to a signal
     */
    public static double normal(double sigma, double shift) {
        return 1 / (Normal.cumulative(-sigma - shift) + Normal.cumulative(-sigma + shift));
    }

    /**
     * Exact for a p chart: a signal is a proportion outside of the limits.
     *
     * @param n size of a bucket
     * @param lower lower limit of the proportion
     * @param upper upper limit of the proportion
     * @param rate rate that holds in truth
     * @return average number of buckets to a signal; infinite where none can come
     */
    public static double proportion(int n, double lower, double upper, double rate) {
        BinomialDistribution successes = new BinomialDistribution(null, n, rate);
        double signal = 0;
        for (int k = 0; k <= n; k++) {
            double p = (double) k / n;
            signal += p < lower || p > upper ? successes.probability(k) : 0;
        }
        return 1 / signal;
    }

    /** @return width of normal limits, in standard errors, for a wanted average run length in control above 1 */
    public static double sigmaFor(double target) {
        if (!(target > 1)) {
            throw new IllegalArgumentException("An average run length is above 1, not " + target);
        }
        return -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 / (2 * target));
    }
}
