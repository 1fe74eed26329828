package io.plumbline.stats.agreement;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * Agreement of any number of raters on any scale, with missing ratings: one minus observed over expected disagreement.
 * Source: Krippendorff 2004, Content Analysis, 2nd ed., section 11.3; Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 */
public final class KrippendorffAlpha {

    private KrippendorffAlpha() {
    }

    /**
     * @param ratersByUnits one row for a rater, one column for a unit; NaN for a missing rating, otherwise finite
     * @param level what the numbers mean
     * @return alpha, at most 1; NaN when all pairable ratings are equal, so that there is no disagreement to expect
     * @throws IllegalArgumentException for rows of different length, an infinite rating, a negative one on a ratio scale, or no unit with
     *     two ratings
     */
    public static double of(double[][] ratersByUnits, RatingLevel level) {
        Ratings ratings = new Ratings(ratersByUnits);
        double[] values = ratings.values();
        long[][] units = ratings.counts();
        if (level == RatingLevel.RATIO && values.length > 0 && values[0] < 0) {
            throw new IllegalArgumentException("a rating on a ratio scale is not negative: " + values[0]);
        }
        long[] total = new long[values.length];
        long pairable = 0;
        for (long[] unit : units) {
            long size = Arrays.stream(unit).sum();
            if (size >= 2) {
                pairable += size;
                for (int c = 0; c < total.length; c++) {
                    total[c] += unit[c];
                }
            }
        }
        if (pairable == 0) {
            throw new IllegalArgumentException("no unit has two ratings");
        }
        double[][] distance = distances(values, total, level);
        double expected = 0;
        double observed = 0;
        for (int c = 0; c < total.length; c++) {
            for (int k = c + 1; k < total.length; k++) {
                expected += (double) total[c] * total[k] * distance[c][k];
            }
        }
        for (long[] unit : units) {
            long size = Arrays.stream(unit).sum();
            double within = 0;
            for (int c = 0; size >= 2 && c < total.length; c++) {
                for (int k = c + 1; unit[c] > 0 && k < total.length; k++) {
                    within += (double) unit[c] * unit[k] * distance[c][k];
                }
            }
            observed += size >= 2 ? within / (size - 1) : 0;
        }
        return expected == 0 ? Double.NaN : 1 - (pairable - 1) * observed / expected;
    }

    private static double[][] distances(double[] values, long[] total, RatingLevel level) {
        double[][] distance = new double[values.length][values.length];
        for (int c = 0; c < values.length; c++) {
            double between = total[c];
            for (int k = c + 1; k < values.length; k++) {
                between += total[k];
                double difference = values[k] - values[c];
                double root = switch (level) {
                    case NOMINAL -> 1;
                    case ORDINAL -> between - (total[c] + total[k]) / 2.0;
                    case INTERVAL -> difference;
                    case RATIO -> difference / (values[k] + values[c]);
                };
                distance[c][k] = root * root;
            }
        }
        return distance;
    }

    /** The same for two raters. */
    public static double of(double[] first, double[] second, RatingLevel level) {
        Argument.sameLength("the raters", first.length, second.length);
        return of(new double[][] {first, second}, level);
    }
}
