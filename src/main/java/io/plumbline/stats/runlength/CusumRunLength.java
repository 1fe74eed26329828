package io.plumbline.stats.runlength;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Average run length of the tabular CUSUM on independent normal values of variance 1: how many points until it signals, from a start at
 * zero. Page (1954), Biometrika 41, integral equation 3, solved on Gauss–Legendre nodes with an atom at zero (Crowder's method; as in the R
 * package {@code spc}).
 */
public final class CusumRunLength {

    private static final int NODES = 60;
    private static final double LARGEST_INTERVAL = 60;

    private CusumRunLength() {
    }

    /**
     * @param reference k, at least 0
     * @param decisionInterval h, above 0
     * @param mean mean of the values
     * @return average number of points to a signal of the upward CUSUM
     */
    public static double oneSided(double reference, double decisionInterval, double mean) {
        if (!(reference >= 0) || !(decisionInterval > 0)) {
            throw new IllegalArgumentException("CUSUM needs k >= 0 and h > 0, got " + reference + " and " + decisionInterval);
        }
        Quadrature rule = new Quadrature(NODES, 0, decisionInterval);
        double[][] stay = new double[NODES + 1][NODES + 1];
        for (int i = 0; i <= NODES; i++) {
            double from = i == 0 ? 0 : rule.nodes[i - 1];
            stay[i][0] = Normal.cumulative(reference - from - mean);
            for (int j = 1; j <= NODES; j++) {
                stay[i][j] = rule.weights[j - 1] * Normal.density(rule.nodes[j - 1] + reference - from - mean);
            }
        }
        return RunLengthEquation.solve(stay)[0];
    }

    /** @return average number of points until one of the two sums signals: 1/L = 1/L⁺ + 1/L⁻ (Kemp 1961; exact for starts at zero) */
    public static double twoSided(double reference, double decisionInterval, double mean) {
        return 1 / (1 / oneSided(reference, decisionInterval, mean) + 1 / oneSided(reference, decisionInterval, -mean));
    }

    /**
     * @param target wanted average run length in control, above 1
     * @return h of the upward CUSUM whose average run length without a shift is {@code target}
     */
    public static double decisionInterval(double reference, double target) {
        return intervalFor(target, h -> oneSided(reference, h, 0));
    }

    /** @return h of the two-sided CUSUM whose average run length without a shift is {@code target} */
    public static double decisionIntervalTwoSided(double reference, double target) {
        return intervalFor(target, h -> twoSided(reference, h, 0));
    }

    private static double intervalFor(double target, DoubleUnaryOperator runLength) {
        if (!(target > runLength.applyAsDouble(1e-6)) || Double.isInfinite(target)) {
            throw new IllegalArgumentException("No decision interval gives an average run length of " + target);
        }
        double high = 1;
        while (runLength.applyAsDouble(high) < target && high < LARGEST_INTERVAL) {
            high *= 2;
        }
        return new BrentSolver(1e-10).solve(200, h -> Math.log(runLength.applyAsDouble(h)) - Math.log(target), 1e-6, high);
    }
}
