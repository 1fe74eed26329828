package io.plumbline.stats.control;

/** Shewhart chart of sample means. Montgomery (2013), sections 6.2 and 6.3. */
public final class XBarChart {

    private XBarChart() {
    }

    /**
     * @param samples samples in order of time
     * @param deviation process deviation, e.g. {@link Subgroups#deviationByRange()}
     * @param sigma width of the limits in standard errors
     */
    public static ControlChart of(Subgroups samples, double deviation, double sigma) {
        return around(samples.center(), deviation, samples, sigma);
    }

    /** Limits from a baseline's centre and deviation, applied to any samples. */
    public static ControlChart around(double center, double deviation, Subgroups samples, double sigma) {
        double[] means = samples.means();
        int[] sizes = samples.sizes();
        double[] lower = new double[means.length];
        double[] upper = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            double reach = sigma * deviation / Math.sqrt(sizes[i]);
            lower[i] = center - reach;
            upper[i] = center + reach;
        }
        return new ControlChart(center, deviation, means, lower, upper);
    }
}
