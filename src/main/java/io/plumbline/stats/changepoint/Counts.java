package io.plumbline.stats.changepoint;

/** The checks that every method on (successes, trials) per bucket makes before it counts. */
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
}
