package io.plumbline.stats.anomaly;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * How probable a value far beyond the others is: the largest values follow a generalised Pareto distribution above a high threshold,
 * fitted by probability-weighted moments. Tails shorter than the exponential are taken as exponential, so that no finite value is
 * impossible. Where at least {@value #COUNTED} of the values are as large, they are counted instead: lengths and other counts come in lumps
 * that no smooth tail follows.
 * Sources: Pickands 1975, Ann. Stat. 3:119; Hosking &amp; Wallis 1987, Technometrics 29:339, section 3 (in their notation k = −shape).
 *
 * @param threshold value from which the tail is modelled
 * @param above     share of values above it, in [0, 1]
 * @param shape     0 for an exponential tail, larger for heavier ones; below 1
 * @param scale     positive, in the unit of the values
 * @param values    the values it was fitted to, ascending
 */
public record ParetoTail(double threshold, double above, double shape, double scale, double[] values) {

    static final int COUNTED = 10;

    private static final double HEAVIEST = 0.95;

    /**
     * Fits the upper tail.
     *
     * @param values     at least one finite value, in any order
     * @param tailShare  share of the values that make the tail, between 0 and 1
     */
    public static ParetoTail fit(double[] values, double tailShare) {
        Argument.atLeast("values", 1, values.length);
        Argument.open("tail share", tailShare);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double threshold = sorted[Math.min(sorted.length - 1, (int) Math.floor((1 - tailShare) * sorted.length))];
        int first = sorted.length;
        while (first > 0 && sorted[first - 1] > threshold) {
            first--;
        }
        int n = sorted.length - first;
        if (n < 2) {
            return new ParetoTail(threshold, (n + 1.0) / (sorted.length + 1.0), 0, Math.max(Math.abs(threshold), 1) * 1e-3, sorted);
        }
        double mean = 0;
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            double excess = sorted[first + i] - threshold;
            mean += excess / n;
            // Plotting positions (j - .35)/n; the weight is one minus the position.
            weighted += (1 - (i + 0.65) / n) * excess / n;
        }
        double k = mean / (mean - 2 * weighted) - 2;
        double shape = Math.min(HEAVIEST, -k);
        return new ParetoTail(threshold, (double) n / sorted.length, Math.max(0, shape), shape > 0 ? (1 - shape) * mean : mean, sorted);
    }

    /** {@code P(X >= value)}. */
    public double survival(double value) {
        return Math.exp(-surprise(value));
    }

    /** Minus the logarithm of {@link #survival}, finite also where the probability itself is too small for a number. */
    public double surprise(double value) {
        int asLarge = values.length - firstAtLeast(value);
        if (asLarge >= COUNTED) {
            return -Math.log((double) asLarge / values.length);
        }
        double z = Math.max(0, (value - threshold) / scale);
        double modelled = (shape == 0 ? z : Math.log1p(shape * z) / shape) - Math.log(above);
        // Never more probable than what was just counted.
        return values.length < COUNTED ? modelled : Math.max(modelled, -Math.log((double) COUNTED / values.length));
    }

    private int firstAtLeast(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
