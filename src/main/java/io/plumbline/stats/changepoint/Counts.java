package io.plumbline.stats.changepoint;

import java.util.Arrays;

/** The checks that every method of this package makes on its input. */
final class Counts {

    private Counts() {
    }

    static void requirePairs(long[] successes, long[] trials) {
        if (successes.length != trials.length) {
            throw new IllegalArgumentException("Successes and trials differ in length: " + successes.length + " and " + trials.length);
        }
        for (int i = 0; i < successes.length; i++) {
            if (successes[i] < 0 || trials[i] < successes[i]) {
                throw new IllegalArgumentException("Bucket " + i + " has " + successes[i] + " successes out of " + trials[i] + " trials");
            }
        }
    }

    static double[] requireFinite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Value " + i + " is not finite: " + values[i]);
            }
        }
        return values;
    }

    static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    static void requireWeights(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException("Values and weights differ in length: " + values.length + " and " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("Weight " + i + " must be finite and above 0, not " + weights[i]);
            }
        }
    }
}
