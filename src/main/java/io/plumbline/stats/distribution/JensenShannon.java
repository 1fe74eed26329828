package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;

/**
 * Jensen-Shannon divergence and its root, the distance: symmetric, bounded and defined with empty categories, hence the default.
 * With base 2 the divergence and the distance lie in [0, 1]; with base e the divergence is at most ln 2.
 * Source: Lin 1991, IEEE Trans. Inf. Theory 37:145, eq. 3.1; the root is a metric: Endres &amp; Schindelin 2003.
 */
public final class JensenShannon {

    private JensenShannon() {
    }

    /**
     * @param p weights of the categories (counts or shares; normalised here), each zero or more, not all zero
     * @param q weights of the same categories in the same order
     * @param base base of the logarithm, above 1 (2 for bits, {@code Math.E} for nats)
     * @return divergence in [0, log_base 2]
     */
    public static double divergence(double[] p, double[] q, double base) {
        Argument.sameLength("p and q", p.length, q.length);
        double[] first = Shares.of(p);
        double[] second = Shares.of(q);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double middle = (first[i] + second[i]) / 2;
            sum += term(first[i], middle) + term(second[i], middle);
        }
        return Math.max(0, sum / 2) / logBase(base);
    }

    /** The square root of {@link #divergence}. */
    public static double distance(double[] p, double[] q, double base) {
        return Math.sqrt(divergence(p, q, base));
    }

    static double term(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle);
    }

    static double logBase(double base) {
        if (!(base > 1) || Double.isInfinite(base)) {
            throw new IllegalArgumentException("the base of the logarithm must be above 1: " + base);
        }
        return Math.log(base);
    }
}
