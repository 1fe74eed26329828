package io.plumbline.stats.changepoint;

/**
 * Twice the negative log-likelihood of normal data whose mean and variance both change. Killick &amp; Eckley (2014), J. Statistical
 * Software 58, section 5.
 */
public final class MeanVarianceCost implements SegmentCost {

    /** What a stretch without any variance counts as, so that its logarithm exists; the value the R package {@code changepoint} uses. */
    public static final double VARIANCE_FLOOR = 1e-11;
    private static final double LOG_2PI = Math.log(2 * Math.PI);
    private static final double ROUNDING = 1e-13;

    private final double[] sum;
    private final double[] squares;

    /** @param values finite values; use segments of at least 2 */
    public MeanVarianceCost(double[] values) {
        Counts.requireFinite(values);
        int size = values.length;
        sum = new double[size + 1];
        squares = new double[size + 1];
        double origin = size == 0 ? 0 : values[0];
        for (int i = 0; i < size; i++) {
            double centred = values[i] - origin;
            sum[i + 1] = sum[i] + centred;
            squares[i + 1] = squares[i] + centred * centred;
        }
    }

    @Override
    public int size() {
        return sum.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        int n = to - from;
        return n * (LOG_2PI + Math.log(Math.max(VARIANCE_FLOOR, variance(from, to))) + 1);
    }

    /** @return maximum-likelihood variance of the stretch, 0 where only rounding is left of it */
    double variance(int from, int to) {
        int n = to - from;
        double s = sum[to] - sum[from];
        double q = squares[to] - squares[from];
        double variance = (q - s * s / n) / n;
        return variance > ROUNDING * squares[to] / n ? variance : 0;
    }

    /**
     * The same fit on the scale of the Python package {@code ruptures} (cost "normal"): {@code n log(variance + 1e-6)}, without constants.
     */
    public SegmentCost logVarianceOnly() {
        return new SegmentCost() {
            @Override
            public int size() {
                return MeanVarianceCost.this.size();
            }

            @Override
            public double cost(int from, int to) {
                return (to - from) * Math.log(variance(from, to) + 1e-6);
            }
        };
    }
}
