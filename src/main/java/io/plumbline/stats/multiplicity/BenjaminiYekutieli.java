package io.plumbline.stats.multiplicity;

/**
 * Benjamini and Hochberg's procedure for tests that depend on each other in any way.
 * Source: Benjamini &amp; Yekutieli 2001, Ann. Stat. 29:1165, theorem 1.3.
 */
public final class BenjaminiYekutieli {

    private BenjaminiYekutieli() {
    }

    /**
     * @param p p-values in [0, 1], NaN for a test that was not done; may be empty
     * @return adjusted p-values in the same places
     * @throws IllegalArgumentException for a value outside [0, 1]
     */
    public static double[] adjust(double[] p) {
        PValues values = new PValues(p);
        double[] byRank = new double[values.size()];
        double harmonic = 0;
        for (int rank = 1; rank <= byRank.length; rank++) {
            harmonic += 1.0 / rank;
        }
        for (int rank = 1; rank <= byRank.length; rank++) {
            byRank[rank - 1] = harmonic * byRank.length / rank * values.ofRank(rank);
        }
        return values.steppingUp(byRank);
    }
}
