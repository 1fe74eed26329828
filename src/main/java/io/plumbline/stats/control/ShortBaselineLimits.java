package io.plumbline.stats.control;

import io.plumbline.stats.Interval;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Limits for one future value when the baseline is too short to know its deviation: a prediction interval of Student's t with the
 * probability that the sigma limits would leave outside. Hahn &amp; Meeker (1991), "Statistical Intervals", section 4.7. With m values they
 * are wider than m → ∞ limits by the price of not knowing.
 */
public final class ShortBaselineLimits {

    private ShortBaselineLimits() {
    }

    /**
     * @param baseline at least two finite values
     * @param sigma width that a long baseline would have
     * @return mean ± t(m-1) s √(1 + 1/m)
     */
    public static Interval of(double[] baseline, double sigma) {
        int m = baseline.length;
        if (m < 2 || !(sigma > 0)) {
            throw new IllegalArgumentException("Limits need at least two values and a width above 0, got " + m + " and " + sigma);
        }
        double mean = Arrays.stream(baseline).average().orElseThrow();
        double squares = Arrays.stream(baseline).map(value -> (value - mean) * (value - mean)).sum();
        double reach = factor(m, sigma) * Math.sqrt(squares / (m - 1));
        return new Interval(mean - reach, mean + reach);
    }

    /** @return how many sample deviations the limits lie from the mean of m values; falls to sigma as m grows */
    public static double factor(int m, double sigma) {
        double outside = 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-sigma);
        return -new TDistribution(null, m - 1).inverseCumulativeProbability(outside / 2) * Math.sqrt(1 + 1.0 / m);
    }
}
