package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;

/**
 * Total variation distance: the largest difference in probability that any set of categories can have; the share of records that would
 * have to move. Source: Levin &amp; Peres 2017, Markov Chains and Mixing Times, proposition 4.2.
 */
public final class TotalVariation {

    private TotalVariation() {
    }

    /**
     * @param p weights of the categories, zero or more, not all zero; normalised here
     * @param q weights of the same categories
     * @return distance in [0, 1]
     */
    public static double distance(double[] p, double[] q) {
        Argument.sameLength("p and q", p.length, q.length);
        double[] first = Shares.of(p);
        double[] second = Shares.of(q);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] - second[i]);
        }
        return Math.min(1, sum / 2);
    }
}
