package io.plumbline.stats.changepoint;

/**
 * Sum of squared deviations from the (weighted) mean of the stretch: normal data of known unit variance whose mean changes. Killick &amp;
 * Eckley (2014), "changepoint: An R package for changepoint analysis", J. Statistical Software 58, section 3.
 */
public final class MeanCost implements SegmentCost {

    private final double[] weight;
    private final double[] sum;
    private final double[] squares;

    /** @param values finite values */
    public MeanCost(double[] values) {
        this(values, Counts.ones(values.length));
    }

    /**
     * @param values finite values
     * @param weights inverse variances up to a factor, one per value, each above 0
     */
    public MeanCost(double[] values, double[] weights) {
        Counts.requireFinite(values);
        Counts.requireWeights(values, weights);
        int size = values.length;
        weight = new double[size + 1];
        sum = new double[size + 1];
        squares = new double[size + 1];
        double origin = size == 0 ? 0 : values[0];
        for (int i = 0; i < size; i++) {
            double centred = values[i] - origin;
            weight[i + 1] = weight[i] + weights[i];
            sum[i + 1] = sum[i] + weights[i] * centred;
            squares[i + 1] = squares[i] + weights[i] * centred * centred;
        }
    }

    @Override
    public int size() {
        return sum.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double s = sum[to] - sum[from];
        return Math.max(0, squares[to] - squares[from] - s * s / (weight[to] - weight[from]));
    }
}
