package io.plumbline.stats.control;

import java.util.Arrays;

/** Shewhart chart of sample standard deviations (S chart). Montgomery (2013), section 6.3. */
public final class DeviationChart {

    private DeviationChart() {
    }

    /**
     * @param baseline samples that set centre and deviation
     * @param samples samples to draw, usually the baseline and what came after
     * @param sigma width of the limits in standard errors; the lower one is cut at 0
     */
    public static ControlChart of(Subgroups baseline, Subgroups samples, double sigma) {
        double deviation = baseline.deviationByDeviation();
        double center = Arrays.stream(baseline.deviations()).average().orElseThrow();
        int[] sizes = samples.sizes();
        double[] lower = new double[sizes.length];
        double[] upper = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            double c4 = ControlChartConstants.c4(sizes[i]);
            double reach = sigma * deviation * Math.sqrt(1 - c4 * c4);
            lower[i] = Math.max(0, center - reach);
            upper[i] = center + reach;
        }
        return new ControlChart(center, deviation, samples.deviations(), lower, upper);
    }
}
