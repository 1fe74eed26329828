package io.plumbline.stats.control;

import java.util.stream.IntStream;

/**
 * CUSUM of log-likelihood ratios for a rate that moves from p0 to p1, buckets of any size: S = max(0, S + x log(p1/p0) + (n-x)
 * log((1-p1)/(1-p0))), signal at S >= h. Steiner, Cook, Farewell &amp; Treasure (2000), "Monitoring surgical performance using
 * risk-adjusted cumulative sum charts", Biostatistics 1, without risk adjustment. With p1 below p0 it watches for a fall.
 *
 * @param statistic S after each bucket
 * @param decisionInterval h
 */
public record BinomialCusum(double[] statistic, double decisionInterval) {

    /**
     * @param k successes per bucket
     * @param n trials per bucket, 0 allowed
     * @param p0 rate in control, in (0, 1)
     * @param p1 rate to be found, in (0, 1), other than p0
     * @param decisionInterval h, above 0
     */
    public static BinomialCusum of(long[] k, long[] n, double p0, double p1, double decisionInterval) {
        requireRates(p0, p1, decisionInterval);
        double[] statistic = new double[k.length];
        double s = 0;
        for (int i = 0; i < k.length; i++) {
            s = Math.max(0, s + score(k[i], n[i], p0, p1));
            statistic[i] = s;
        }
        return new BinomialCusum(statistic, decisionInterval);
    }

    static double score(long k, long n, double p0, double p1) {
        return k * Math.log(p1 / p0) + (n - k) * Math.log((1 - p1) / (1 - p0));
    }

    static void requireRates(double p0, double p1, double decisionInterval) {
        if (!(p0 > 0 && p0 < 1 && p1 > 0 && p1 < 1) || p0 == p1 || !(decisionInterval > 0)) {
            throw new IllegalArgumentException("Need two different rates inside (0, 1) and h > 0, got " + p0 + ", " + p1 + " and "
                + decisionInterval);
        }
    }

    /** @return 0-based indices with S at or above h */
    public int[] signals() {
        return IntStream.range(0, statistic.length).filter(i -> statistic[i] >= decisionInterval).toArray();
    }
}
