package io.plumbline.stats.runlength;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Average run length of the binomial log-likelihood-ratio CUSUM (signal at S >= h) on buckets of one size, by the Markov chain of Brook
 * &amp; Evans (1972), Biometrika 59, section 3: (0, h) in cells, S at the middle of its cell.
 */
public final class BinomialCusumRunLength {

    private static final int CELLS = 400;

    private BinomialCusumRunLength() {
    }

    /**
     * @param n size of a bucket, at least 1
     * @param p0 rate in control, in (0, 1)
     * @param p1 rate to be found, in (0, 1), other than p0
     * @param decisionInterval h, above 0
     * @param rate rate that holds in truth, in [0, 1]
     * @return average number of buckets to a signal, from a start at 0
     */
    public static double of(int n, double p0, double p1, double decisionInterval, double rate) {
        return of(n, p0, p1, decisionInterval, rate, CELLS);
    }

    /** The same with a chosen number of cells; more are more exact and slower. */
    public static double of(int n, double p0, double p1, double decisionInterval, double rate, int cells) {
        if (n < 1 || !(p0 > 0 && p0 < 1 && p1 > 0 && p1 < 1) || p0 == p1 || !(decisionInterval > 0) || cells < 2) {
            throw new IllegalArgumentException("Need n >= 1, two different rates inside (0, 1), h > 0 and at least 2 cells, got " + n
                + ", " + p0
                + ", " + p1 + ", " + decisionInterval + ", " + cells);
        }
        double width = 2 * decisionInterval / (2 * cells - 1);
        double[] step = new double[n + 1];
        double[] mass = new double[n + 1];
        BinomialDistribution successes = new BinomialDistribution(null, n, rate);
        for (int x = 0; x <= n; x++) {
            step[x] = x * Math.log(p1 / p0) + (n - x) * Math.log((1 - p1) / (1 - p0));
            mass[x] = successes.probability(x);
        }
        double[][] stay = new double[cells][cells];
        for (int i = 0; i < cells; i++) {
            for (int x = 0; x <= n; x++) {
                double to = Math.max(0, i + step[x] / width);
                int cell = (int) Math.rint(to);
                if (cell < cells) {
                    stay[i][cell] += mass[x];
                }
            }
        }
        return RunLengthEquation.solve(stay)[0];
    }

    /** @return h whose average run length in control is {@code target}, as near as the lattice of the statistic allows */
    public static double decisionInterval(int n, double p0, double p1, double target) {
        if (!(target > 1) || Double.isInfinite(target)) {
            throw new IllegalArgumentException("No decision interval gives an average run length of " + target);
        }
        double high = 1;
        while (of(n, p0, p1, high, p0) < target && high < 1_000) {
            high *= 2;
        }
        return new BrentSolver(1e-4).solve(200, h -> Math.log(of(n, p0, p1, h, p0, CELLS / 2)) - Math.log(target), 1e-3, high);
    }
}
