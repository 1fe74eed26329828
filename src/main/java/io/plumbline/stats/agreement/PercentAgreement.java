package io.plumbline.stats.agreement;

import java.util.Arrays;

/**
 * The share of pairs of ratings of the same unit that are equal, averaged over units: what a reader expects to see first, chance included.
 * The observed agreement of Fleiss (1971), "Measuring nominal scale agreement among many raters", Psychological Bulletin 76.
 */
public final class PercentAgreement {

    private PercentAgreement() {
    }

    /**
     * @param ratersByUnits one row for a rater, one column for a unit; NaN for a missing rating
     * @return share in [0, 1]
     * @throws IllegalArgumentException if no unit has two ratings
     */
    public static double of(double[][] ratersByUnits) {
        double sum = 0;
        int units = 0;
        for (long[] unit : new Ratings(ratersByUnits).counts()) {
            long size = Arrays.stream(unit).sum();
            if (size >= 2) {
                units++;
                sum += (double) Arrays.stream(unit).map(count -> count * (count - 1)).sum() / (size * (size - 1));
            }
        }
        if (units == 0) {
            throw new IllegalArgumentException("no unit has two ratings");
        }
        return sum / units;
    }
}
