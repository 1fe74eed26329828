package io.plumbline.stats.control;

/** Differences of neighbours: a noise scale that slow drifts and level shifts hardly touch. Montgomery (2013), section 6.4. */
public final class MovingRange {

    private MovingRange() {
    }

    /** @return |x[i+1] - x[i]|, one value fewer than given */
    public static double[] of(double[] values) {
        double[] ranges = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = Math.abs(values[i + 1] - values[i]);
        }
        return ranges;
    }

    /** @return average moving range over d2(2) = 1.128; NaN for fewer than two values */
    public static double deviation(double[] values) {
        double sum = 0;
        double[] ranges = of(values);
        for (double range : ranges) {
            sum += range;
        }
        return sum / ranges.length / ControlChartConstants.d2(2);
    }
}
