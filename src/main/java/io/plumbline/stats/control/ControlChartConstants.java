package io.plumbline.stats.control;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * Factors that turn ranges and standard deviations of small samples into the process deviation: Montgomery (2013), "Introduction to
 * Statistical Quality Control", 7th edition, appendix VI. Up to 25 observations d2 (rounded to three places) and d3 are the tabled values
 * that charts in the field are drawn with (R package {@code qcc}), so that limits agree to the last digit with theirs; beyond that they are
 * integrated. The tables are checked against the integrals: d2 lies within its rounding, d3 within 2e-5.
 */
final class ControlChartConstants {

    private static final int TABLED = 25;
    private static final double[] D2 = {Double.NaN, Double.NaN, 1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258,
        3.336, 3.407, 3.472, 3.532, 3.588, 3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931};
    private static final double[] D3 = {Double.NaN, Double.NaN, 0.8525033, 0.8883697, 0.8798108, 0.8640855, 0.8480442, 0.8332108, 0.8198378,
        0.8078413, 0.7970584, 0.7873230, 0.7784873, 0.7704257, 0.7630330, 0.7562217, 0.7499188, 0.7440627, 0.7386021, 0.7334929, 0.7286980,
        0.7241851, 0.7199267, 0.7158987, 0.7120802, 0.7084528};

    private ControlChartConstants() {
    }

    /** @return expected range of n standard normal observations, n at least 2 */
    static double d2(int n) {
        requireTwo(n);
        return n <= TABLED ? D2[n] : rangeMoment(n, 1);
    }

    /** @return standard deviation of the range of n standard normal observations, n at least 2 */
    static double d3(int n) {
        requireTwo(n);
        if (n <= TABLED) {
            return D3[n];
        }
        double mean = rangeMoment(n, 1);
        return Math.sqrt(rangeMoment(n, 2) - mean * mean);
    }

    /** @return expected sample standard deviation of n standard normal observations, n at least 2 */
    static double c4(int n) {
        requireTwo(n);
        return Math.sqrt(2.0 / (n - 1)) * Math.exp(Gamma.logGamma(n / 2.0) - Gamma.logGamma((n - 1) / 2.0));
    }

    /**
     * E(W^power) by Simpson's rule, from P(W > w) = 1 - n ∫ φ(x) (Φ(x + w) - Φ(x))^(n-1) dx, whose integrand is smooth and vanishes, so that
     * the trapezoidal rule is exact.
     */
    private static double rangeMoment(int n, int power) {
        int steps = 160;
        double step = 16.0 / steps;
        double moment = 0;
        for (int i = 0; i <= steps; i++) {
            double w = i * step;
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            moment += weight * power * Math.pow(w, power - 1) * (1 - rangeCdf(n, w));
        }
        return moment * step / 3;
    }

    private static double rangeCdf(int n, double w) {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double step = 0.05;
        double probability = 0;
        for (double x = -9 - w; x < 9; x += step) {
            double between = normal.cumulativeProbability(x + w) - normal.cumulativeProbability(x);
            probability += step * n * normal.density(x) * Math.pow(between, n - 1);
        }
        return Math.min(1, probability);
    }

    private static void requireTwo(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("A range needs at least 2 observations, not " + n);
        }
    }
}
