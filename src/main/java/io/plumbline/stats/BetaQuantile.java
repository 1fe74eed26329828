package io.plumbline.stats;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Quantiles of the beta distribution to full double precision, also for quantiles near 0 where a solver with an absolute tolerance
 * would lose every digit: Newton steps on the distribution function, kept inside a bracket that bisection shrinks.
 */
public final class BetaQuantile {

    private static final int MOST_STEPS = 400;

    private BetaQuantile() {
    }

    /**
     * The x with {@code P(B <= x) = p} for B ~ Beta(a, b).
     *
     * @param p probability in [0, 1]
     * @param a first shape, positive
     * @param b second shape, positive
     * @return a value in [0, 1]
     */
    public static double of(double p, double a, double b) {
        Argument.probability("p", p);
        Argument.positive("a", a);
        Argument.positive("b", b);
        if (p == 0 || p == 1) {
            return p;
        }
        double low = 0;
        double high = 1;
        double x = a / (a + b);
        double logBeta = LogBeta.value(a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double excess = RegularizedBeta.value(x, a, b) - p;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);
            double next = x - excess / density;
            if (!(next > low && next < high)) {
                next = low > 0 && high < 1 && high / low > 4 ? Math.sqrt(low * high) : (low + high) / 2;
            }
            if (Math.abs(next - x) <= 4 * Math.ulp(x) || high - low <= Math.ulp(high)) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
