package io.plumbline.stats.control;

/**
 * Exponentially weighted moving average with limits that widen to their asymptote. Roberts (1959); Montgomery (2013), section 9.2, eq. 9.22
 * to 9.26.
 */
public final class EwmaChart {

    private EwmaChart() {
    }

    /**
     * @param center target or baseline centre; also the first value of the average
     * @param deviation process deviation of one measurement
     * @param samples samples in order of time; a sample counts with its mean
     * @param lambda weight of the newest sample, in (0, 1]
     * @param sigma width of the limits in standard errors
     */
    public static ControlChart of(double center, double deviation, Subgroups samples, double lambda, double sigma) {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("The weight of the newest sample lies in (0, 1], not at " + lambda);
        }
        double[] means = samples.means();
        int[] sizes = samples.sizes();
        double[] averages = new double[means.length];
        double[] lower = new double[means.length];
        double[] upper = new double[means.length];
        double average = center;
        for (int i = 0; i < means.length; i++) {
            average = lambda * means[i] + (1 - lambda) * average;
            averages[i] = average;
            double reach = sigma * deviation / Math.sqrt(sizes[i]) * standardError(lambda, i + 1);
            lower[i] = center - reach;
            upper[i] = center + reach;
        }
        return new ControlChart(center, deviation, averages, lower, upper);
    }

    /** @return standard error of the average after the given number of samples, in standard errors of one sample */
    public static double standardError(double lambda, int samples) {
        return Math.sqrt(lambda / (2 - lambda) * (1 - Math.pow(1 - lambda, 2.0 * samples)));
    }
}
