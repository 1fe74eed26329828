package io.plumbline.stats.changepoint;

/**
 * Twice the negative log-likelihood of exponential waiting times whose rate changes, without constants.
 * Worsley (1986), "Confidence regions and tests for a change-point in a sequence of exponential family random variables", Biometrika 73.
 */
public final class ExponentialCost implements SegmentCost {

    private final double[] sum;

    /** @param times waiting times above 0 */
    public ExponentialCost(double[] times) {
        Counts.requireFinite(times);
        sum = new double[times.length + 1];
        for (int i = 0; i < times.length; i++) {
            if (!(times[i] > 0)) {
                throw new IllegalArgumentException("A waiting time is above 0, value " + i + " is " + times[i]);
            }
            sum[i + 1] = sum[i] + times[i];
        }
    }

    @Override
    public int size() {
        return sum.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        int n = to - from;
        return 2 * n * (Math.log(sum[to] - sum[from]) - Math.log(n));
    }
}
