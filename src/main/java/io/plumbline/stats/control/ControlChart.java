package io.plumbline.stats.control;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A drawn control chart as numbers: the centre line, the plotted statistics and the limits of every point.
 *
 * @param center centre line
 * @param deviation estimated standard deviation of the process, in the chart's own scale (of one unit, not of the plotted statistic)
 * @param statistics plotted value per point
 * @param lower lower limit per point
 * @param upper upper limit per point
 */
public record ControlChart(double center, double deviation, double[] statistics, double[] lower, double[] upper) {

    public ControlChart {
        if (statistics.length != lower.length || statistics.length != upper.length) {
            throw new IllegalArgumentException("A chart needs one lower and one upper limit per point");
        }
    }

    /** @return number of points */
    public int size() {
        return statistics.length;
    }

    /** @return 0-based indices above the upper limit, ascending */
    public int[] above() {
        return indices(i -> statistics[i] > upper[i]);
    }

    /** @return 0-based indices below the lower limit, ascending */
    public int[] below() {
        return indices(i -> statistics[i] < lower[i]);
    }

    /**
     * @return distance of each point from the centre in units of a third of the way to its limit, the scale on which run rules work; 0
     *     where the limit coincides with the centre
     */
    public double[] zones() {
        double[] zones = new double[size()];
        for (int i = 0; i < zones.length; i++) {
            double reach = Math.max(upper[i] - center, center - lower[i]) / 3;
            zones[i] = reach > 0 ? (statistics[i] - center) / reach : 0;
        }
        return zones;
    }

    private int[] indices(IntPredicate wanted) {
        return IntStream.range(0, size()).filter(wanted).toArray();
    }

    static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }
}
