package io.plumbline.stats.multiplicity;

import io.plumbline.stats.Argument;

/**
 * Adjusted p-values that keep the chance of any false alarm in the family at alpha, under any dependence: the method of the gate.
 * Source: Holm 1979, Scand. J. Stat. 6:65.
 */
public final class Holm {

    private Holm() {
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
        return values.steppingDown(byRank);
    }

    /**
     * The level of a single interval that agrees with Holm's decision on it: the p-value of this rank is compared with alpha divided by
     * the number of tests not yet rejected, and so is its interval.
     *
     * @param rank 1 for the smallest p-value of the family
     * @param tests size of the family
     * @param confidence level for the whole family
     */
    public static double confidenceOfRank(int rank, int tests, double confidence) {
        Argument.atLeast("rank", 1, rank);
        Argument.atLeast("tests", rank, tests);
        return 1 - (1 - Argument.confidence(confidence)) / (tests - rank + 1);
    }
}
