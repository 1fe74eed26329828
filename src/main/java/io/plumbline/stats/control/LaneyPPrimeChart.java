package io.plumbline.stats.control;

/**
 * Proportion chart whose limits are widened by the variation between buckets that the binomial law does not explain. Laney (2002),
 * "Improved control charts for attributes", Quality Engineering 14: p̄ ± sigma σ_p σ_z, with σ_z the average moving range of the z-scores
 * over 1.128.
 */
public final class LaneyPPrimeChart {

    private LaneyPPrimeChart() {
    }

    /**
     * @param k successes per bucket
     * @param n trials per bucket, each at least 1; at least two buckets
     * @param sigma width of the limits in widened standard errors; they are cut at 0 and 1
     */
    public static ControlChart of(long[] k, long[] n, double sigma) {
        double pBar = Proportions.pooled(k, n);
        return around(pBar, overdispersion(pBar, k, n), k, n, sigma);
    }

    /** Centre and overdispersion from a baseline, applied to any buckets. */
    public static ControlChart around(double pBar, double overdispersion, long[] k, long[] n, double sigma) {
        return PChart.around(pBar, k, n, sigma * overdispersion);
    }

    /** @return σ_z: 1 for binomial variation, above 1 where buckets differ more than that; 1 where the proportion is 0 or 1 */
    public static double overdispersion(double pBar, long[] k, long[] n) {
        double[] p = Proportions.of(k, n);
        double unit = pBar * (1 - pBar);
        if (!(unit > 0)) {
            return 1;
        }
        double[] z = new double[p.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (p[i] - pBar) / Math.sqrt(unit / n[i]);
        }
        double deviation = MovingRange.deviation(z);
        if (Double.isNaN(deviation)) {
            throw new IllegalArgumentException("Overdispersion needs at least two buckets");
        }
        return deviation;
    }
}
