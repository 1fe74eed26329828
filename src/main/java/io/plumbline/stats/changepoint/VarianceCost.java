package io.plumbline.stats.changepoint;

/**
 * Twice the negative log-likelihood of normal data of one known mean whose variance changes. Killick &amp; Eckley (2014), J. Statistical
 * Software 58, section 4.
 */
public final class VarianceCost implements SegmentCost {

    private static final double LOG_2PI = Math.log(2 * Math.PI);

    private final double[] squares;

    /**
     * @param values finite values
     * @param mean the mean they share; their average where none is known
     */
    public VarianceCost(double[] values, double mean) {
        Counts.requireFinite(values);
        squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - mean;
            squares[i + 1] = squares[i] + deviation * deviation;
        }
    }

    @Override
    public int size() {
        return squares.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        int n = to - from;
        double sum = Math.max(MeanVarianceCost.VARIANCE_FLOOR, squares[to] - squares[from]);
        return n * (LOG_2PI + Math.log(sum / n) + 1);
    }
}
