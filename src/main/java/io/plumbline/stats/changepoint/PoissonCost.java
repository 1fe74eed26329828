package io.plumbline.stats.changepoint;

/**
 * Twice the negative log-likelihood of Poisson counts whose mean changes, without the factorials, which no segmentation changes.
 * Worsley (1986), "Confidence regions and tests for a change-point in a sequence of exponential family random variables", Biometrika 73.
 */
public final class PoissonCost implements SegmentCost {

    private final double[] sum;

    /** @param counts counts of at least 0 */
    public PoissonCost(double[] counts) {
        Counts.requireFinite(counts);
        sum = new double[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("A Poisson count is at least 0, value " + i + " is " + counts[i]);
            }
            sum[i + 1] = sum[i] + counts[i];
        }
    }

    @Override
    public int size() {
        return sum.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double s = sum[to] - sum[from];
        return s > 0 ? 2 * s * (Math.log(to - from) - Math.log(s)) : 0;
    }
}
