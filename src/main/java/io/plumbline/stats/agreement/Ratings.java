package io.plumbline.stats.agreement;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/** Ratings of units by raters, missing ones left out, counted for each unit and value. */
final class Ratings {

    private final double[] values;
    private final long[][] counts;

    Ratings(double[][] ratersByUnits) {
        Argument.atLeast("number of raters", 2, ratersByUnits.length);
        int units = ratersByUnits[0].length;
        for (double[] rater : ratersByUnits) {
            Argument.sameLength("the raters", units, rater.length);
            for (double value : rater) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException("a rating must be finite or missing (NaN): " + value);
                }
            }
        }
        values = Arrays.stream(ratersByUnits).flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value))
            .map(value -> value + 0.0).sorted().distinct().toArray();
        counts = new long[units][values.length];
        for (double[] rater : ratersByUnits) {
            for (int unit = 0; unit < units; unit++) {
                if (!Double.isNaN(rater[unit])) {
                    counts[unit][Arrays.binarySearch(values, rater[unit] + 0.0)]++;
                }
            }
        }
    }

    /** The values that occur, ascending. */
    double[] values() {
        return values;
    }

    /** For each unit, how many raters gave each value. */
    long[][] counts() {
        return counts;
    }
}
