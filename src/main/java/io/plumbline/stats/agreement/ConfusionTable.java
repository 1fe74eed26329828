package io.plumbline.stats.agreement;

import io.plumbline.stats.Argument;
import java.util.Arrays;

/**
 * Counts how two raters labelled the same units: row for the first rater's category, column for the second's. The table of
 * Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20.
 */
public final class ConfusionTable {

    private ConfusionTable() {
    }

    /**
     * @param first category codes of the first rater, one for a unit, NaN where it gave none
     * @param second codes of the second rater for the same units
     * @param categories all categories in their order, also those that nobody used; weights depend on it
     * @return square table; units that one of them left out are not counted
     * @throws IllegalArgumentException for a code that is not among the categories
     */
    public static long[][] of(double[] first, double[] second, double[] categories) {
        Argument.sameLength("the raters", first.length, second.length);
        long[][] table = new long[categories.length][categories.length];
        for (int unit = 0; unit < first.length; unit++) {
            if (!Double.isNaN(first[unit]) && !Double.isNaN(second[unit])) {
                table[place(first[unit], categories)][place(second[unit], categories)]++;
            }
        }
        return table;
    }

    /** The same with the categories that occur, ascending. */
    public static long[][] of(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return of(first, second, Arrays.stream(all).filter(value -> !Double.isNaN(value)).sorted().distinct().toArray());
    }

    private static int place(double code, double[] categories) {
        for (int i = 0; i < categories.length; i++) {
            if (categories[i] == code) {
                return i;
            }
        }
        throw new IllegalArgumentException("a category that is not among the given ones: " + code);
    }
}
