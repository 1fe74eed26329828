package io.plumbline.stats.multiplicity;

/**
 * Holm's thresholds used from the largest p-value down: more powerful, valid for independent or positively dependent tests.
 * Source: Hochberg 1988, Biometrika 75:800.
 */
public final class Hochberg {

    private Hochberg() {
    }

    /**
     * @param p p-values in [0, 1], NaN for a test that was not done; may be empty
     * @return adjusted p-values in the same places
     * @throws IllegalArgumentException for a value outside [0, 1]
     */
    public static double[] adjust(double[] p) {
        PValues values = new PValues(p);
        double[] byRank = new double[values.size()];
        for (int rank = 1; rank <= byRank.length; rank++) {
            byRank[rank - 1] = (byRank.length - rank + 1) * values.ofRank(rank);
        }
        return values.steppingUp(byRank);
    }
}
