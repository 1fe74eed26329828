package io.plumbline.stats;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The upper tail of the chi-squared distribution, to the digits that a p-value of 1e-260 needs: the regularised
 * incomplete gamma function Q(df/2, x/2) (Abramowitz &amp; Stegun (1964) 26.4.19).
 */
public final class ChiSquared {

    private ChiSquared() {
    }

    /**
     * {@code P(X > statistic)} with the given degrees of freedom.
     *
     * @param statistic zero or more, may be infinite
     * @param degrees degrees of freedom, positive
     */
    public static double survival(double statistic, double degrees) {
        if (!(statistic >= 0)) {
            throw new IllegalArgumentException("a chi-squared statistic is not negative: " + statistic);
        }
        Argument.positive("degrees of freedom", degrees);
        return Double.isInfinite(statistic) ? 0 : RegularizedGamma.Q.value(degrees / 2, statistic / 2);
    }
}
