package io.plumbline.stats.runlength;

import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Average run length of the upward CUSUM of Poisson counts, S = max(0, S + x - k) with a signal at S &gt; h: exact, because S moves on a
 * lattice. Brook &amp; Evans (1972), Biometrika 59; White &amp; Keats (1996), J. Quality Technology 28.
 */
public final class PoissonCusumRunLength {

    private static final int FINEST_LATTICE = 1_000;

    private PoissonCusumRunLength() {
    }

    /**
     * @param reference k, above 0, a multiple of 1/1000 at the finest
     * @param decisionInterval h, at least 0
     * @param mean mean of the counts, above 0
     * @return average number of counts to a signal, from a start at 0
     */
    public static double upward(double reference, double decisionInterval, double mean) {
        if (!(reference > 0) || !(decisionInterval >= 0) || !(mean > 0)) {
            throw new IllegalArgumentException("Need k > 0, h >= 0 and a mean above 0, got " + reference + ", " + decisionInterval
                + " and " + mean);
        }
        int fineness = lattice(reference);
        int states = (int) Math.floor(decisionInterval * fineness + 1e-9) + 1;
        int down = (int) Math.round(reference * fineness);
        PoissonDistribution counts = new PoissonDistribution(mean);
        double[][] stay = new double[states][states];
        for (int i = 0; i < states; i++) {
            for (int x = 0; i + x * fineness - down < states; x++) {
                int to = Math.max(0, i + x * fineness - down);
                stay[i][to] += counts.probability(x);
            }
        }
        return RunLengthEquation.solve(stay)[0];
    }

    private static int lattice(double reference) {
        for (int fineness = 1; fineness <= FINEST_LATTICE; fineness++) {
            if (Math.abs(reference * fineness - Math.rint(reference * fineness)) < 1e-9) {
                return fineness;
            }
        }
        throw new IllegalArgumentException("The reference value must be a multiple of 1/1000 at the finest, not " + reference);
    }
}
