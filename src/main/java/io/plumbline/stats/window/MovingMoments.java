package io.plumbline.stats.window;

/**
 * Mean and standard deviation of the last m values at a constant cost a step. Welford (1962), Technometrics 4, with the mirrored update for
 * the value that leaves, so that large levels do not swallow small deviations.
 */
public final class MovingMoments {

    private final double[] window;
    private int filled;
    private int next;
    private double mean;
    private double squares;

    /** @param size number of values the window holds, at least 1 */
    public MovingMoments(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A window holds at least 1 value, not " + size);
        }
        window = new double[size];
    }

    /** Lets a value in and, where the window is full, the oldest one out. */
    public void add(double value) {
        if (filled == window.length) {
            double leaving = window[next];
            double before = mean;
            mean += (value - leaving) / filled;
            squares += (value - leaving) * (value - mean + leaving - before);
        } else {
            filled++;
            double before = mean;
            mean += (value - mean) / filled;
            squares += (value - before) * (value - mean);
        }
        window[next] = value;
        next = (next + 1) % window.length;
    }

    /** @return whether the window has as many values as it can hold */
    public boolean full() {
        return filled == window.length;
    }

    /** @return mean of the values in the window; NaN without values */
    public double mean() {
        return filled == 0 ? Double.NaN : mean;
    }

    /** @return sample standard deviation (n-1) of the values in the window; NaN for fewer than two */
    public double deviation() {
        return filled < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares) / (filled - 1));
    }
}
