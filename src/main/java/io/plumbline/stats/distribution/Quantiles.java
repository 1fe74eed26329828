package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * Sample quantiles by the nine definitions that statistical software uses; {@link #of} is type 7, the default of R, NumPy and
 * spreadsheets. Source: Hyndman &amp; Fan 1996, Am. Stat. 50:361, definitions 1-9.
 */
public final class Quantiles {

    /** Positions closer to a whole number than this are that number, as in R. */
    private static final double FUZZ = 4 * Math.ulp(1.0);

    private Quantiles() {
    }

    /**
     * @param values a sample of at least one finite value, in any order; not changed
     * @param p probability in [0, 1]
     * @return the type 7 quantile
     */
    public static double of(double[] values, double p) {
        return of(values, p, 7);
    }

    /** The quantile by the given definition, 1 to 9. */
    public static double of(double[] values, double p, int type) {
        double[] sorted = Argument.finite("values", values).clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, p, type);
    }

    /** The median. */
    public static double median(double[] values) {
        return of(values, 0.5, 7);
    }

    /** The quantile of values already in ascending order; nothing is copied or checked beyond the arguments. */
    public static double ofSorted(double[] sorted, double p, int type) {
        Argument.probability("p", p);
        int n = sorted.length;
        if (n == 0) {
            throw new IllegalArgumentException("values is empty");
        }
        if (type == 7) {
            double position = (n - 1) * p;
            int below = (int) Math.floor(position + FUZZ);
            double weight = position - below;
            return Math.abs(weight) < FUZZ ? sorted[below] : between(sorted[below], sorted[Math.min(n - 1, below + 1)], weight);
        }
        return type <= 3 ? discontinuous(sorted, p, type) : continuous(sorted, p, type);
    }

    private static double discontinuous(double[] sorted, double p, int type) {
        double position = type == 3 ? sorted.length * p - 0.5 : sorted.length * p;
        int below = (int) Math.floor(position + FUZZ);
        boolean above = position > below + FUZZ;
        double weight = switch (type) {
            case 1 -> above ? 1 : 0;
            case 2 -> above ? 1 : 0.5;
            case 3 -> above || below % 2 != 0 ? 1 : 0;
            default -> throw new IllegalArgumentException("a quantile definition is 1 to 9: " + type);
        };
        return interpolate(sorted, below, weight);
    }

    private static double continuous(double[] sorted, double p, int type) {
        double a = switch (type) {
            case 4 -> 0;
            case 5 -> 0.5;
            case 6 -> 0;
            case 8 -> 1.0 / 3;
            case 9 -> 3.0 / 8;
            default -> throw new IllegalArgumentException("a quantile definition is 1 to 9: " + type);
        };
        double b = type == 4 ? 1 : a;
        double position = a + p * (sorted.length + 1 - a - b);
        int below = (int) Math.floor(position + FUZZ);
        double weight = position - below;
        return interpolate(sorted, below, Math.abs(weight) < FUZZ ? 0 : weight);
    }

    /** Between the 1-based order statistics {@code below} and the next one; outside the sample, its nearest value. */
    private static double interpolate(double[] sorted, int below, double weight) {
        double low = sorted[Math.min(sorted.length - 1, Math.max(0, below - 1))];
        double high = sorted[Math.min(sorted.length - 1, Math.max(0, below))];
        return weight == 0 ? low : weight == 1 ? high : between(low, high, weight);
    }

    private static double between(double low, double high, double weight) {
        return low == high ? low : (1 - weight) * low + weight * high;
    }
}
