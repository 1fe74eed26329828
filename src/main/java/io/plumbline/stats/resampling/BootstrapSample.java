package io.plumbline.stats.resampling;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;
import io.plumbline.stats.distribution.Quantiles;
import java.util.Arrays;

/**
 * The values of a statistic in many resamples, and the intervals that follow from them. Resamples in which the statistic is not defined
 * (NaN) are left out.
 * Source: Efron &amp; Tibshirani 1993, An Introduction to the Bootstrap, sections 13.3 (percentile) and 14.3 (BCa, eqs. 14.9 to 14.15).
 */
public final class BootstrapSample {

    private final double[] sorted;
    private final double estimate;

    BootstrapSample(double[] values, double estimate) {
        if (Double.isNaN(estimate)) {
            throw new IllegalArgumentException("the statistic is not defined for this sample");
        }
        this.estimate = estimate;
        sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length < values.length / 2 || sorted.length == 0) {
            throw new IllegalArgumentException("the statistic is not defined in most resamples");
        }
    }

    /** The statistic of the sample itself. */
    public double estimate() {
        return estimate;
    }

    /** How many resamples had a value. */
    public int size() {
        return sorted.length;
    }

    /** Standard deviation of the values: the bootstrap standard error. */
    public double standardError() {
        double mean = Arrays.stream(sorted).sum() / sorted.length;
        double squares = Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum();
        return sorted.length == 1 ? Double.NaN : Math.sqrt(squares / (sorted.length - 1));
    }

    /** Percentile interval. */
    public Interval percentile(double confidence) {
        double tail = (1 - Argument.confidence(confidence)) / 2;
        return new Interval(Quantiles.ofSorted(sorted, tail, 7), Quantiles.ofSorted(sorted, 1 - tail, 7));
    }

    /**
     * Bias-corrected and accelerated interval. Where all values lie on one side of the estimate, or all are equal, the correction has no
     * finite value and the percentile interval is given.
     *
     * @param confidence level between 0 and 1
     * @param acceleration from the jackknife: {@link #acceleration}
     */
    Interval biasCorrected(double confidence, double acceleration) {
        double tail = (1 - Argument.confidence(confidence)) / 2;
        double below = 0;
        for (double value : sorted) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        double share = below / sorted.length;
        if (share == 0 || share == 1 || sorted[0] == sorted[sorted.length - 1]) {
            return percentile(confidence);
        }
        double bias = StandardNormal.quantile(share);
        return new Interval(Quantiles.ofSorted(sorted, shifted(tail, bias, acceleration), 7),
            Quantiles.ofSorted(sorted, shifted(1 - tail, bias, acceleration), 7));
    }

    private static double shifted(double level, double bias, double acceleration) {
        double z = bias + StandardNormal.quantile(level);
        return StandardNormal.cumulative(bias + z / Math.max(1e-9, 1 - acceleration * z));
    }

    /**
     * Acceleration from leave-one-out values, each counted as often as its weight says.
     *
     * @param leftOut the statistic with one unit left out
     * @param weight how many units give that value
     */
    static double acceleration(double[] leftOut, double[] weight) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < leftOut.length; i++) {
            if (weight[i] > 0 && !Double.isNaN(leftOut[i])) {
                total += weight[i];
                sum += weight[i] * leftOut[i];
            }
        }
        double mean = sum / total;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < leftOut.length; i++) {
            if (weight[i] > 0 && !Double.isNaN(leftOut[i])) {
                double distance = mean - leftOut[i];
                squares += weight[i] * distance * distance;
                cubes += weight[i] * distance * distance * distance;
            }
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }
}
