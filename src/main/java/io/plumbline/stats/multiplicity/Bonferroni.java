package io.plumbline.stats.multiplicity;

import io.plumbline.stats.Argument;

/**
 * Each p-value times the number of tests: the simplest guard of a family, and the conservative one.
 * Source: Dunn 1961, JASA 56:52.
 */
public final class Bonferroni {

    private Bonferroni() {
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
            byRank[rank - 1] = Math.min(1, byRank.length * values.ofRank(rank));
        }
        return values.steppingUp(byRank);
    }

    /**
     * The level that each of {@code tests} intervals needs so that all of them hold together with {@code confidence}.
     *
     * @param tests size of the family, at least 1
     * @param confidence level for the whole family, between 0 and 1
     */
    public static double confidenceOfEach(int tests, double confidence) {
        Argument.atLeast("tests", 1, tests);
        return 1 - (1 - Argument.confidence(confidence)) / tests;
    }
}
