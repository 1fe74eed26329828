package io.plumbline.stats.runlength;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Average run length of the two-sided EWMA with constant (asymptotic) limits on independent normal values of variance 1, from a start at
 * the centre. Crowder (1987), "A simple method for studying run-length distributions of exponentially weighted moving average charts",
 * Technometrics 29, eq. 2.
 */
public final class EwmaRunLength {

    private static final int NODES = 81;

    private EwmaRunLength() {
    }

    /**
     * @param lambda weight of the newest value, in (0, 1]
     * @param width limits in asymptotic standard errors, above 0
     * @param mean mean of the values, the centre being 0
     * @return average number of points to a signal
     */
    public static double twoSided(double lambda, double width, double mean) {
        if (!(lambda > 0 && lambda <= 1) || !(width > 0)) {
            throw new IllegalArgumentException("EWMA needs a weight in (0, 1] and a width above 0, got " + lambda + " and " + width);
        }
        double limit = width * Math.sqrt(lambda / (2 - lambda));
        Quadrature rule = new Quadrature(NODES, -limit, limit);
        double[][] stay = new double[NODES + 1][NODES + 1];
        for (int i = 0; i <= NODES; i++) {
            double from = i == 0 ? 0 : rule.nodes[i - 1];
            for (int j = 1; j <= NODES; j++) {
                double value = (rule.nodes[j - 1] - (1 - lambda) * from) / lambda - mean;
                stay[i][j] = rule.weights[j - 1] * Normal.density(value) / lambda;
            }
        }
        return RunLengthEquation.solve(stay)[0];
    }

    /**
     * @param target wanted average run length in control, above 1
     * @return width of the limits that gives it
     */
    public static double width(double lambda, double target) {
        if (!(target > 1.01) || Double.isInfinite(target)) {
            throw new IllegalArgumentException("No width gives an average run length of " + target);
        }
        return new BrentSolver(1e-10).solve(200, width -> Math.log(twoSided(lambda, width, 0)) - Math.log(target), 1e-4, 8);
    }
}
