package io.plumbline.stats.multiplicity;

/**
 * Holm's step-down with Šidák's thresholds: a little sharper, for independent or positively dependent tests.
 * Source: Holland &amp; Copenhaver 1987, Biometrics 43:417.
 */
public final class HolmSidak {

    private HolmSidak() {
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
            int left = byRank.length - rank + 1;
            byRank[rank - 1] = -Math.expm1(left * Math.log1p(-values.ofRank(rank)));
        }
        return values.steppingDown(byRank);
    }
}
