package io.plumbline.stats.changepoint;

/**
 * Sum of squared (weighted) deviations from the least-squares line of the stretch: level and slope may both change, and need not join up.
 * Bai &amp; Perron (1998), "Estimating and testing linear models with multiple structural changes", Econometrica 66, with regressors 1 and
 * t.
 */
public final class TrendCost implements SegmentCost {

    private final double[] w;
    private final double[] wt;
    private final double[] wtt;
    private final double[] wx;
    private final double[] wtx;
    private final double[] wxx;

    /** @param values finite values at equal distances */
    public TrendCost(double[] values) {
        this(values, Counts.ones(values.length));
    }

    /**
     * @param values finite values at equal distances
     * @param weights inverse variances up to a factor, one per value, each above 0
     */
    public TrendCost(double[] values, double[] weights) {
        Counts.requireFinite(values);
        Counts.requireWeights(values, weights);
        int size = values.length;
        w = new double[size + 1];
        wt = new double[size + 1];
        wtt = new double[size + 1];
        wx = new double[size + 1];
        wtx = new double[size + 1];
        wxx = new double[size + 1];
        double centre = (size - 1) / 2.0;
        double origin = size == 0 ? 0 : values[0];
        for (int i = 0; i < size; i++) {
            double t = i - centre;
            double x = values[i] - origin;
            double weight = weights[i];
            w[i + 1] = w[i] + weight;
            wt[i + 1] = wt[i] + weight * t;
            wtt[i + 1] = wtt[i] + weight * t * t;
            wx[i + 1] = wx[i] + weight * x;
            wtx[i + 1] = wtx[i] + weight * t * x;
            wxx[i + 1] = wxx[i] + weight * x * x;
        }
    }

    @Override
    public int size() {
        return w.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double weight = w[to] - w[from];
        double t = wt[to] - wt[from];
        double x = wx[to] - wx[from];
        double aroundX = wxx[to] - wxx[from] - x * x / weight;
        double aroundT = wtt[to] - wtt[from] - t * t / weight;
        double together = wtx[to] - wtx[from] - t * x / weight;
        return to - from > 1 ? Math.max(0, aroundX - together * together / aroundT) : 0;
    }
}
