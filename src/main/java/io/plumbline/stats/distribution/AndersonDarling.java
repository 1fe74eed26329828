package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * The k-sample Anderson-Darling test: do all samples come from one distribution? It weighs the tails more than Kolmogorov-Smirnov and
 * Cramér-von Mises. Ties are allowed (midranks).
 * Source: Scholz &amp; Stephens 1987, JASA 82:918, eq. 7 (statistic), eq. 4 (variance) and section 5 (critical values).
 *
 * @param statistic standardised: mean 0 and variance 1 under "one distribution"
 * @param criticalValues at the levels 25, 10, 5, 2.5, 1, 0.5 and 0.1 %
 * @param pValue interpolated between those levels and held at 0.25 and 0.001 outside them
 */
public record AndersonDarling(double statistic, double[] criticalValues, double pValue) {

    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
    private static final double[] B0 = {0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085};
    private static final double[] B1 = {-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615};
    private static final double[] B2 = {-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154};

    /**
     * @param samples at least two samples of finite values, none empty, not all values equal, at least four values together
     */
    public static AndersonDarling of(double[]... samples) {
        Argument.atLeast("number of samples", 2, samples.length);
        double[][] sorted = new double[samples.length][];
        for (int i = 0; i < samples.length; i++) {
            sorted[i] = Argument.finite("a sample", samples[i]).clone();
            Arrays.sort(sorted[i]);
        }
        double[] pooled = Arrays.stream(sorted).flatMapToDouble(Arrays::stream).sorted().toArray();
        int total = pooled.length;
        if (total < 4 || pooled[0] == pooled[total - 1]) {
            throw new IllegalArgumentException("the test needs at least four values that are not all equal");
        }
        double statistic = (raw(sorted, pooled) * (total - 1) / total - (samples.length - 1)) / Math.sqrt(variance(sorted, total));
        double[] critical = new double[LEVELS.length];
        double m = samples.length - 1.0;
        Arrays.setAll(critical, i -> B0[i] + B1[i] / Math.sqrt(m) + B2[i] / m);
        return new AndersonDarling(statistic, critical, pValue(statistic, critical));
    }

    private static double raw(double[][] samples, double[] pooled) {
        int total = pooled.length;
        int[] below = new int[samples.length];
        int[] upTo = new int[samples.length];
        double sum = 0;
        int next;
        for (int at = 0; at < total; at = next) {
            double value = pooled[at];
            next = at;
            while (next < total && pooled[next] == value) {
                next++;
            }
            double ties = next - at;
            double midBelow = at + ties / 2;
            double weight = midBelow * (total - midBelow) - total * ties / 4;
            for (int i = 0; i < samples.length; i++) {
                while (upTo[i] < samples[i].length && samples[i][upTo[i]] == value) {
                    upTo[i]++;
                }
                double own = below[i] + (upTo[i] - below[i]) / 2.0;
                double distance = total * own - midBelow * samples[i].length;
                sum += weight == 0 ? 0 : ties / total * distance * distance / weight / samples[i].length;
                below[i] = upTo[i];
            }
        }
        return sum;
    }

    private static double variance(double[][] samples, int total) {
        double inverse = 0;
        for (double[] sample : samples) {
            inverse += 1.0 / sample.length;
        }
        double h = 0;
        double g = 0;
        for (int i = 1; i < total; i++) {
            h += 1.0 / i;
        }
        double tail = 0;
        for (int i = total - 1; i >= 2; i--) {
            tail += 1.0 / i;
            g += tail / (total - i + 1);
        }
        double k = samples.length;
        double n = total;
        double a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverse;
        double b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
        double c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverse + 4 * h;
        double d = (2 * h + 6) * k * k - 4 * h * k;
        return (a * n * n * n + b * n * n + c * n + d) / ((n - 1) * (n - 2) * (n - 3));
    }

    /** Quadratic least-squares fit of the logarithm of the level on the critical value. */
    private static double pValue(double statistic, double[] critical) {
        if (statistic <= critical[0]) {
            return LEVELS[0];
        }
        if (statistic >= critical[critical.length - 1]) {
            return LEVELS[LEVELS.length - 1];
        }
        double[] y = Arrays.stream(LEVELS).map(Math::log).toArray();
        double[] fit = QuadraticFit.of(critical, y);
        return Math.exp(fit[0] + statistic * (fit[1] + statistic * fit[2]));
    }
}
