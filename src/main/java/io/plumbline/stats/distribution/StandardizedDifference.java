package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;

/**
 * Differences between two samples without a unit, so that judges with other scales can be set side by side.
 * Sources: Cohen's d with the root of the mean of both sample variances: Cohen 1988, Statistical Power Analysis, section 2.2 (2.3.2);
 * rank-biserial correlation from Mann and Whitney's U: Wendt 1972, Eur. J. Soc. Psychol. 2:463.
 *
 * @param cohenD       mean of the first less mean of the second, over the root of the mean variance; NaN where both are constant
 * @param rankBiserial 1 − 2U/(mn) with U the pairs that the first wins: 1 where every value of the second is larger
 */
public record StandardizedDifference(double cohenD, double rankBiserial) {

    /**
     * @param first  finite values, at least two
     * @param second finite values, at least two
     */
    public static StandardizedDifference of(double[] first, double[] second) {
        Argument.finite("the first sample", first);
        Argument.finite("the second sample", second);
        if (first.length < 2 || second.length < 2) {
            throw new IllegalArgumentException("both samples need at least two values");
        }
        double spread = Math.sqrt((variance(first) + variance(second)) / 2);
        double d = spread > 0 ? (mean(first) - mean(second)) / spread : Double.NaN;
        double u = MannWhitney.of(first, second).u();
        return new StandardizedDifference(d, 1 - 2 * u / ((double) first.length * second.length));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
