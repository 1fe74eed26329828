package io.plumbline.stats.control;

/** Shewhart charts of events: their number per unit (c) and their rate per opportunity (u). Montgomery (2013), section 7.3. */
public final class CountChart {

    private CountChart() {
    }

    /**
     * The c chart: every bucket offers the same opportunity.
     *
     * @param counts events per bucket, at least one bucket, each at least 0
     * @param sigma width of the limits in standard errors; the lower one is cut at 0
     */
    public static ControlChart c(long[] counts, double sigma) {
        double[] ones = ControlChart.filled(counts.length, 1);
        return u(counts, ones, sigma);
    }

    /**
     * The u chart: buckets differ in opportunity.
     *
     * @param counts events per bucket
     * @param sizes opportunity per bucket, each above 0
     */
    public static ControlChart u(long[] counts, double[] sizes, double sigma) {
        if (counts.length != sizes.length || counts.length == 0) {
            throw new IllegalArgumentException("A chart needs as many counts as sizes and at least one, got " + counts.length + " and "
                + sizes.length);
        }
        double events = 0;
        double opportunity = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || !(sizes[i] > 0)) {
                throw new IllegalArgumentException("Bucket " + i + " has " + counts[i] + " events in " + sizes[i] + " units");
            }
            events += counts[i];
            opportunity += sizes[i];
        }
        double center = events / opportunity;
        double[] rate = new double[counts.length];
        double[] lower = new double[counts.length];
        double[] upper = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double reach = sigma * Math.sqrt(center / sizes[i]);
            rate[i] = counts[i] / sizes[i];
            lower[i] = Math.max(0, center - reach);
            upper[i] = center + reach;
        }
        return new ControlChart(center, Math.sqrt(center), rate, lower, upper);
    }
}
