package io.plumbline.stats.sketch;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;
import java.util.Arrays;

/**
 * Quantiles of values that stand for different numbers of records, for example one over their inclusion probability.
 * Sources: the quantile is the inverse of the weighted distribution function, in the middle where it is flat there; its interval inverts
 * that
 * function at a Wilson interval of p with the effective size of the weights: Woodruff 1952, JASA 47:635; Kish 1965, section 11.7.
 */
public final class WeightedQuantiles {

    private final double[] values;
    private final double[] cumulative;
    private final double effectiveN;

    /**
     * @param values finite values, at least one
     * @param weights a weight for each, zero or more and finite, not all zero
     */
    public WeightedQuantiles(double[] values, double[] weights) {
        Argument.finite("values", values);
        Argument.sameLength("values and weights", values.length, weights.length);
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
        this.values = new double[values.length];
        cumulative = new double[values.length];
        double total = 0;
        double squares = 0;
        int kept = 0;
        for (int i : order) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("a weight must be zero or more and finite: " + weights[i]);
            }
            if (weights[i] > 0) {
                total += weights[i];
                squares += weights[i] * weights[i];
                this.values[kept] = values[i];
                cumulative[kept++] = total;
            }
        }
        if (kept == 0) {
            throw new IllegalArgumentException("no value has any weight");
        }
        Arrays.fill(this.values, kept, values.length, this.values[kept - 1]);
        Arrays.fill(cumulative, kept, values.length, total);
        effectiveN = total * total / squares;
    }

    /** Kish's effective size, between 1 and the number of values. */
    public double effectiveN() {
        return effectiveN;
    }

    /** The weighted quantile; p in [0, 1]. */
    public double quantile(double p) {
        Argument.probability("p", p);
        double total = cumulative[cumulative.length - 1];
        double target = p * total;
        int at = firstAtLeast(target - 1e-12 * total);
        boolean flat = Math.abs(cumulative[at] - target) <= 1e-12 * total && at + 1 < values.length;
        return flat && p > 0 ? (values[at] + values[at + 1]) / 2 : values[at];
    }

    /** Woodruff's interval; a bound beyond the data is infinite. */
    public Interval interval(double p, double confidence) {
        Argument.open("p", p);
        double z = StandardNormal.ofConfidence(confidence);
        double z2 = z * z;
        double centre = (p + z2 / (2 * effectiveN)) / (1 + z2 / effectiveN);
        double half = z / (1 + z2 / effectiveN) * Math.sqrt(p * (1 - p) / effectiveN + z2 / (4 * effectiveN * effectiveN));
        double total = cumulative[cumulative.length - 1];
        int low = firstAtLeast((centre - half) * total);
        int high = firstAtLeast((centre + half) * total);
        boolean noLower = (centre - half) * effectiveN < 1;
        boolean noUpper = (centre + half) * effectiveN > effectiveN - 1 + 1e-9 && high == values.length - 1;
        return new Interval(noLower ? Double.NEGATIVE_INFINITY : values[low], noUpper ? Double.POSITIVE_INFINITY : values[high]);
    }

    private int firstAtLeast(double target) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
