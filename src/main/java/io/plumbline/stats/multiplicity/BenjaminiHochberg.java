package io.plumbline.stats.multiplicity;

import io.plumbline.stats.Argument;

/**
 * Adjusted p-values that keep the expected share of false alarms among all alarms at alpha: for exploration with many charts.
 * Source: Benjamini &amp; Hochberg 1995, J. R. Stat. Soc. B 57:289, procedure (1).
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {
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
            byRank[rank - 1] = values.ofRank(rank) * byRank.length / rank;
        }
        return values.steppingUp(byRank);
    }

    /**
     * The level of the intervals of the tests that were selected, so that the expected share of selected intervals that miss stays below
     * alpha. Source: Benjamini &amp; Yekutieli 2005, JASA 100:71, procedure of definition 1.
     *
     * @param selected how many of the tests were selected, at least 1
     * @param tests size of the family
     * @param confidence level wanted, for example 0.95
     */
    public static double confidenceOfSelected(int selected, int tests, double confidence) {
        Argument.atLeast("selected", 1, selected);
        Argument.atLeast("tests", selected, tests);
        return 1 - (1 - Argument.confidence(confidence)) * selected / tests;
    }
}
