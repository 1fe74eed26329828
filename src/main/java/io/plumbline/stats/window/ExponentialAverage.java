package io.plumbline.stats.window;

/**
 * Exponentially weighted average, a + alpha (x - a), that starts at the first value.
 * Roberts (1959), "Control chart tests based on geometric moving averages", Technometrics 1.
 */
public final class ExponentialAverage {

    private final double alpha;
    private double average = Double.NaN;

    /** @param alpha weight of the newest value, in (0, 1] */
    public ExponentialAverage(double alpha) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("The weight of the newest value lies in (0, 1], not at " + alpha);
        }
        this.alpha = alpha;
    }

    /** @return the average after the value */
    public double add(double value) {
        average = Double.isNaN(average) ? value : (1 - alpha) * average + alpha * value;
        return average;
    }
}
