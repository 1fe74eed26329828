package io.plumbline.stats.anomaly;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * Turns anomaly scores of any kind into p-values: the share of ordinary records, kept apart for calibration, that score at least as high. A
 * record as ordinary as those is flagged at level alpha with probability at most alpha, so the flag rate has a meaning; a detector that
 * simply flags its top 0.1 % flags 0.1 % of anything.
 * Sources: Vovk, Gammerman &amp; Shafer 2005; as outlier test, with Benjamini-Hochberg over many records: Bates et al. 2023, Ann. Stat.
 * 51:149, eq. 1 and theorem 2.
 */
public final class ConformalPValues {

    private final double[] calibration;

    /**
     * @param calibration scores of ordinary records that the detector was not made from, higher being more anomalous; at least one, no NaN
     */
    public ConformalPValues(double[] calibration) {
        Argument.atLeast("calibration scores", 1, calibration.length);
        this.calibration = calibration.clone();
        for (double score : calibration) {
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("a calibration score is missing (NaN)");
            }
        }
        Arrays.sort(this.calibration);
    }

    /** {@code (1 + number of calibration scores >= score) / (1 + number of calibration scores)}: never 0. */
    public double of(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a score is missing (NaN)");
        }
        int low = 0;
        int high = calibration.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (calibration[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (1.0 + calibration.length - low) / (1.0 + calibration.length);
    }

    /** The p-values of many scores, in their order. */
    public double[] of(double[] scores) {
        return Arrays.stream(scores).map(this::of).toArray();
    }

    /** The smallest p-value that this calibration can give; a level below it never flags anything. */
    public double smallest() {
        return 1.0 / (1 + calibration.length);
    }
}
