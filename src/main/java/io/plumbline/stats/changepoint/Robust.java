package io.plumbline.stats.changepoint;

import java.util.Arrays;

/** Location and scale that a minority of wild values cannot move. */
final class Robust {

    /** Makes the median absolute deviation of normal data their standard deviation. */
    private static final double NORMAL = 1.482602218505602;

    private Robust() {
    }

    static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static double deviation(double[] values) {
        double middle = median(values);
        return NORMAL * median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
    }

    /**
     * The series with values pulled in that stick out from their neighbourhood: beyond three robust deviations from the running median of
     * five. A stretch of one or two wild values is shorter than the smallest segment and can therefore not be a change. Hampel's identifier
     * (Davies &amp; Gather 1993, JASA 88) with one scale for the whole series.
     */
    static double[] withoutOutliers(double[] values) {
        int n = values.length;
        double[] smooth = new double[n];
        double[] rough = new double[n];
        for (int i = 0; i < n; i++) {
            smooth[i] = median(Arrays.copyOfRange(values, Math.max(0, Math.min(i - 2, n - 5)), Math.min(n, Math.max(i + 3, 5))));
            rough[i] = values[i] - smooth[i];
        }
        double reach = 3 * deviation(rough);
        double[] clipped = values.clone();
        for (int i = 0; i < n && reach > 0; i++) {
            clipped[i] = Math.max(smooth[i] - reach, Math.min(smooth[i] + reach, values[i]));
        }
        return clipped;
    }
}
