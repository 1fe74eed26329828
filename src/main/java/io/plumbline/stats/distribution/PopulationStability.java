package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;

/**
 * The population stability index of credit scoring: the sum of both Kullback-Leibler divergences in nats, without smoothing. Its customary
 * limits 0.1 and 0.25 ignore the sample sizes; {@link PermutationNull} gives the limit at the sizes at hand.
 * Source: Lewis 1994, An Introduction to Credit Scoring, chapter 8; Jeffreys 1946, Proc. R. Soc. A 186:453.
 */
public final class PopulationStability {

    private PopulationStability() {
    }

    /**
     * @param p weights of the categories, zero or more, not all zero; normalised here
     * @param q weights of the same categories
     * @return zero or more; Infinity where exactly one of them has an empty category
     */
    public static double index(double[] p, double[] q) {
        return KullbackLeibler.divergence(p, q, Math.E) + KullbackLeibler.divergence(q, p, Math.E);
    }

    /** The index after {@code pseudocount} was added to every count: finite. */
    public static double smoothed(long[] p, long[] q, double pseudocount) {
        Argument.sameLength("p and q", p.length, q.length);
        return KullbackLeibler.smoothed(p, q, pseudocount, Math.E) + KullbackLeibler.smoothed(q, p, pseudocount, Math.E);
    }
}
