package io.plumbline.stats.resampling;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;

/**
 * A rate whose records come in clusters that behave alike (prompts of one template, answers of one persona): the variance comes from the
 * spread between clusters, and the design effect says how many clustered records are worth one independent one.
 * Source: ratio estimator of clusters: Cochran 1977, Sampling Techniques, 3rd ed., eq. 11.4; design effect: Kish 1965, section 5.4.
 *
 * @param rate all successes over all records
 * @param standardError from the clusters
 * @param designEffect variance over that of as many independent records; 1 where the rate is 0 or 1
 * @param effectiveN records over the design effect
 */
public record ClusteredRate(double rate, double standardError, double designEffect, double effectiveN) {

    /**
     * @param successes successes of each cluster
     * @param n records of each cluster, each at least 1; at least two clusters
     */
    public static ClusteredRate of(long[] successes, long[] n) {
        Argument.sameLength("successes and records", successes.length, n.length);
        Argument.atLeast("clusters", 2, n.length);
        long all = 0;
        long hits = 0;
        for (int i = 0; i < n.length; i++) {
            Argument.counts(successes[i], n[i]);
            all += n[i];
            hits += successes[i];
        }
        double rate = (double) hits / all;
        double squares = 0;
        for (int i = 0; i < n.length; i++) {
            double residual = successes[i] - rate * n[i];
            squares += residual * residual;
        }
        double variance = squares / ((double) all * all) * n.length / (n.length - 1.0);
        double independent = rate * (1 - rate) / all;
        double effect = independent == 0 ? 1 : variance / independent;
        return new ClusteredRate(rate, Math.sqrt(variance), effect, effect == 0 ? Double.POSITIVE_INFINITY : all / effect);
    }

    /**
     * Bootstrap over whole clusters of the rate; arguments as in {@link #of}.
     *
     * @param confidence level between 0 and 1
     * @param draws number of resamples, at least 100
     * @param seed the seed of the draws
     */
    public static Interval bootstrap(long[] successes, long[] n, double confidence, int draws, long seed) {
        of(successes, n);
        return Bootstrap.biasCorrected(n.length, times -> {
            long all = 0;
            long hits = 0;
            for (int i = 0; i < times.length; i++) {
                all += times[i] * n[i];
                hits += times[i] * successes[i];
            }
            return all == 0 ? Double.NaN : (double) hits / all;
        }, confidence, draws, seed);
    }

    /**
     * Bootstrap over whole clusters of the relative change {@code (p2 - p1) / p1} of paired rates.
     *
     * @param first successes of each cluster the first time
     * @param second successes of each cluster the second time
     * @param confidence level between 0 and 1
     * @param draws number of resamples, at least 100
     * @param seed the seed of the draws
     */
    public static Interval bootstrapRelativeChange(long[] first, long[] second, double confidence, int draws, long seed) {
        Argument.sameLength("the two times", first.length, second.length);
        Argument.atLeast("clusters", 2, first.length);
        return Bootstrap.biasCorrected(first.length, times -> {
            long before = 0;
            long after = 0;
            for (int i = 0; i < times.length; i++) {
                before += times[i] * first[i];
                after += times[i] * second[i];
            }
            return before == 0 ? Double.NaN : (double) (after - before) / before;
        }, confidence, draws, seed);
    }
}
