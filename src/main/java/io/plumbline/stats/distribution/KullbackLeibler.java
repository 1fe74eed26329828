package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;

/**
 * Kullback-Leibler divergence: how surprised q is by p. Infinite where q has nothing and p something; the smoothed form avoids that and
 * says how. Source: Kullback &amp; Leibler 1951, Ann. Math. Stat. 22:79, eq. 2.4.
 */
public final class KullbackLeibler {

    private KullbackLeibler() {
    }

    /**
     * @param p weights of the categories, zero or more, not all zero; normalised here
     * @param q weights of the same categories
     * @param base base of the logarithm, above 1
     * @return divergence of p from q, zero or more, maybe Infinity
     */
    public static double divergence(double[] p, double[] q, double base) {
        Argument.sameLength("p and q", p.length, q.length);
        double[] first = Shares.of(p);
        double[] second = Shares.of(q);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += JensenShannon.term(first[i], second[i]);
        }
        return Math.max(0, sum) / JensenShannon.logBase(base);
    }

    /**
     * The same after {@code pseudocount} was added to every count of both samples: finite, drawn towards 0. One half is Jeffreys' prior.
     *
     * @param p counts of the first sample
     * @param q counts of the second sample
     * @param pseudocount positive
     * @param base base of the logarithm, above 1
     */
    public static double smoothed(long[] p, long[] q, double pseudocount, double base) {
        Argument.sameLength("p and q", p.length, q.length);
        Argument.positive("pseudocount", pseudocount);
        double[] first = new double[p.length];
        double[] second = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            first[i] = Argument.count("a count", p[i]) + pseudocount;
            second[i] = Argument.count("a count", q[i]) + pseudocount;
        }
        return divergence(first, second, base);
    }
}
