package io.plumbline.stats.multiplicity;

import io.plumbline.stats.Argument;

/**
 * Benjamini and Hochberg's procedure with the number of true null hypotheses estimated from a first pass, which makes it sharper when
 * many tests are real. Source: Benjamini, Krieger &amp; Yekutieli 2006, Biometrika 93:491, definition 6 (first stage at alpha, as
 * statsmodels' {@code fdr_tsbh}).
 */
public final class TwoStageBenjaminiHochberg {

    private TwoStageBenjaminiHochberg() {
    }

    /**
     * @param p p-values in [0, 1], NaN for a test that was not done; may be empty
     * @param alpha the share of false alarms that the first stage works at, between 0 and 1
     * @return adjusted p-values in the same places; they may lie below p, and hold for this alpha only
     * @throws IllegalArgumentException for a value outside [0, 1]
     */
    public static double[] adjust(double[] p, double alpha) {
        double[] firstStage = BenjaminiHochberg.adjust(p);
        Argument.open("alpha", alpha);
        int tests = 0;
        int rejected = 0;
        for (double value : firstStage) {
            tests += Double.isNaN(value) ? 0 : 1;
            rejected += value <= alpha ? 1 : 0;
        }
        double trueNulls = tests - rejected;
        if (rejected == 0 || tests == 0 || trueNulls == 0) {
            return firstStage;
        }
        for (int i = 0; i < firstStage.length; i++) {
            firstStage[i] = firstStage[i] * trueNulls / tests;
        }
        return firstStage;
    }
}
