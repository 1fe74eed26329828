package io.plumbline.stats.window;

import java.util.Arrays;

/**
 * Quantiles of the last m values: the window is kept sorted, so a step costs one search and one shift of memory. Between order statistics
 * it interpolates linearly: definition 7 of Hyndman &amp; Fan (1996), "Sample quantiles in statistical packages", Am. Statistician 50.
 */
public final class MovingQuantile {

    private final double[] arrivals;
    private final double[] sorted;
    private int filled;
    private int next;

    /** @param size number of values the window holds, at least 1 */
    public MovingQuantile(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A window holds at least 1 value, not " + size);
        }
        arrivals = new double[size];
        sorted = new double[size];
    }

    /** Lets a value in and, where the window is full, the oldest one out; NaN is refused. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("A moving quantile has no place for NaN");
        }
        if (filled == arrivals.length) {
            int leaves = Arrays.binarySearch(sorted, 0, filled, arrivals[next]);
            System.arraycopy(sorted, leaves + 1, sorted, leaves, filled - leaves - 1);
            filled--;
        }
        int found = Arrays.binarySearch(sorted, 0, filled, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, at, sorted, at + 1, filled - at);
        sorted[at] = value;
        filled++;
        arrivals[next] = value;
        next = (next + 1) % arrivals.length;
    }

    /** @return whether the window has as many values as it can hold */
    public boolean full() {
        return filled == arrivals.length;
    }

    /**
     * @param p in [0, 1]
     * @return quantile by linear interpolation (definition 7 of Hyndman &amp; Fan 1996); NaN without values
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile's order lies in [0, 1], not at " + p);
        }
        if (filled == 0) {
            return Double.NaN;
        }
        double position = p * (filled - 1);
        int low = (int) Math.floor(position);
        double between = position - low;
        return between == 0 ? sorted[low] : sorted[low] + between * (sorted[low + 1] - sorted[low]);
    }
}
