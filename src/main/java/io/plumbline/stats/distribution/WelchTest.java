package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's t test of equal means without equal variances. Source: Welch 1947, Biometrika 34:28; degrees of freedom: Satterthwaite 1946.
 *
 * @param t mean of the first less mean of the second, over its standard error
 * @param degreesOfFreedom fractional
 * @param pValue two-sided
 */
public record WelchTest(double t, double degreesOfFreedom, double pValue) {

    /**
     * @param first finite values, at least two
     * @param second finite values, at least two; not both samples constant
     */
    public static WelchTest of(double[] first, double[] second) {
        Argument.finite("the first sample", first);
        Argument.finite("the second sample", second);
        if (first.length < 2 || second.length < 2) {
            throw new IllegalArgumentException("both samples need at least two values");
        }
        double a = squaredError(first);
        double b = squaredError(second);
        if (a + b == 0) {
            throw new IllegalArgumentException("both samples are constant");
        }
        double t = (mean(first) - mean(second)) / Math.sqrt(a + b);
        double degrees = (a + b) * (a + b) / (a * a / (first.length - 1) + b * b / (second.length - 1));
        return new WelchTest(t, degrees, Math.min(1, 2 * TDistribution.of(degrees).survivalProbability(Math.abs(t))));
    }

    private static double squaredError(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1) / values.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
