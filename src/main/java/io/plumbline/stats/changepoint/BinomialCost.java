package io.plumbline.stats.changepoint;

/**
 * Binomial deviance of counts of successes out of counts of trials: {@code -2} times the log-likelihood at the pooled rate of the stretch,
 * without the binomial coefficients, which are the same for every segmentation.
 * Hinkley &amp; Hinkley (1970), "Inference about the change-point in a sequence of binomial variables", Biometrika 57.
 */
public final class BinomialCost implements SegmentCost {

    private final double[] successes;
    private final double[] trials;

    /**
     * @param successes successes per bucket, each in [0, trials]
     * @param trials trials per bucket, each at least 0; an empty bucket costs nothing
     * @throws IllegalArgumentException if lengths differ or a count is out of range
     */
    public BinomialCost(long[] successes, long[] trials) {
        Counts.requirePairs(successes, trials);
        this.successes = new double[successes.length + 1];
        this.trials = new double[successes.length + 1];
        for (int i = 0; i < successes.length; i++) {
            this.successes[i + 1] = this.successes[i] + successes[i];
            this.trials[i + 1] = this.trials[i] + trials[i];
        }
    }

    @Override
    public int size() {
        return trials.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double k = successes[to] - successes[from];
        double n = trials[to] - trials[from];
        return 2 * (xLogX(n) - xLogX(k) - xLogX(n - k));
    }

    private static double xLogX(double x) {
        return x > 0 ? x * Math.log(x) : 0;
    }
}
