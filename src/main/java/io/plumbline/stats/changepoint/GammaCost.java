package io.plumbline.stats.changepoint;

/**
 * Twice the negative log-likelihood of gamma values of one known shape whose scale changes (mean and variance together), without the terms
 * that no segmentation changes; shape 1 is {@link ExponentialCost}. Chen &amp; Gupta (2012), "Parametric Statistical Change Point
 * Analysis", 2nd edition, chapter 3.
 */
public final class GammaCost implements SegmentCost {

    private final double[] sum;
    private final double shape;

    /**
     * @param values values above 0
     * @param shape shape of the distribution, above 0
     * @throws IllegalArgumentException on a value or a shape that is not finite and above 0
     */
    public GammaCost(double[] values, double shape) {
        Counts.requireFinite(values);
        if (!(shape > 0) || Double.isInfinite(shape)) {
            throw new IllegalArgumentException("The shape of a gamma distribution is above 0, not " + shape);
        }
        this.shape = shape;
        sum = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0)) {
                throw new IllegalArgumentException("A gamma value is above 0, value " + i + " is " + values[i]);
            }
            sum[i + 1] = sum[i] + values[i];
        }
    }

    @Override
    public int size() {
        return sum.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double shapes = (to - from) * shape;
        return 2 * shapes * (Math.log(sum[to] - sum[from]) - Math.log(shapes));
    }
}
