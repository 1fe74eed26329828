package io.plumbline.stats.control;

import java.util.Arrays;

/** Shewhart chart of sample ranges (R chart). Montgomery (2013), section 6.2. */
public final class RangeChart {

    private RangeChart() {
    }

    /**
     * @param baseline samples that set centre and deviation
     * @param samples samples to draw, usually the baseline and what came after
     * @param sigma width of the limits in standard errors; the lower one is cut at 0
     */
    public static ControlChart of(Subgroups baseline, Subgroups samples, double sigma) {
        double deviation = baseline.deviationByRange();
        double center = Arrays.stream(baseline.ranges()).average().orElseThrow();
        int[] sizes = samples.sizes();
        double[] lower = new double[sizes.length];
        double[] upper = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            double reach = sigma * ControlChartConstants.d3(sizes[i]) * deviation;
            lower[i] = Math.max(0, center - reach);
            upper[i] = center + reach;
        }
        return new ControlChart(center, deviation, samples.ranges(), lower, upper);
    }
}
