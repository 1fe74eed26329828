package io.plumbline.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The standard normal distribution, one place for the z of every interval. Relative error about 1e-15 (Boost's erfc, through
 * commons-statistics).
 */
public final class StandardNormal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private StandardNormal() {
    }

    /** {@code P(Z <= z)}. */
    public static double cumulative(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** {@code P(Z > z)}, without cancellation far in the tail. */
    public static double survival(double z) {
        return STANDARD.survivalProbability(z);
    }

    /** {@code 2 P(Z > |z|)}, the two-sided p-value of a z statistic. */
    public static double twoSided(double z) {
        return Math.min(1, 2 * survival(Math.abs(z)));
    }

    /** The z with {@code P(Z <= z) = p}; p in [0, 1]. */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /**
     * The z of a two-sided interval: 1.96 for 0.95.
     *
     * @throws IllegalArgumentException unless {@code 0 < confidence < 1}
     */
    public static double ofConfidence(double confidence) {
        return STANDARD.inverseSurvivalProbability((1 - Argument.confidence(confidence)) / 2);
    }
}
