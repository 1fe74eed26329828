package io.plumbline.stats.control;

import java.util.Arrays;

/** Chart of single values with limits from the moving range (I chart), and the moving range itself (MR chart). Montgomery (2013), 6.4. */
public final class IndividualsChart {

    private static final double SIGMA = 3;

    private IndividualsChart() {
    }

    /** @param values at least two finite values, in order of time */
    public static ControlChart of(double[] values) {
        return XBarChart.of(Subgroups.individuals(values), MovingRange.deviation(values), SIGMA);
    }

    /** @return chart of the moving ranges, one point fewer than values; upper limit D4 times the average, lower limit 0 */
    public static ControlChart movingRange(double[] values) {
        double[] ranges = MovingRange.of(values);
        double deviation = MovingRange.deviation(values);
        double center = Arrays.stream(ranges).average().orElse(Double.NaN);
        double upper = center + SIGMA * ControlChartConstants.d3(2) * deviation;
        return new ControlChart(center, deviation, ranges, new double[ranges.length], ControlChart.filled(ranges.length, upper));
    }
}
