package io.plumbline.stats.multiplicity;

import java.util.Arrays;

/**
 * The p-values of one family in order of size. NaN stands for a test that was not done: it stays NaN in every adjusted list and does not
 * count towards the size of the family, as in R's {@code p.adjust}.
 */
final class PValues {

    private final double[] original;
    private final int[] ascending;

    PValues(double[] p) {
        for (double value : p) {
            if (value < 0 || value > 1) {
                throw new IllegalArgumentException("a p-value lies in [0, 1]: " + value);
            }
        }
        original = p.clone();
        int size = 0;
        Integer[] order = new Integer[p.length];
        for (int i = 0; i < p.length; i++) {
            if (!Double.isNaN(p[i])) {
                order[size++] = i;
            }
        }
        Arrays.sort(order, 0, size, (i, j) -> Double.compare(original[i], original[j]));
        ascending = new int[size];
        for (int i = 0; i < size; i++) {
            ascending[i] = order[i];
        }
    }

    int size() {
        return ascending.length;
    }

    /** The p-value of the given rank, 1 for the smallest. */
    double ofRank(int rank) {
        return original[ascending[rank - 1]];
    }

    /** Adjusted values by rank, never falling with rank: each is the greatest of the raw ones up to it. */
    double[] steppingDown(double[] byRank) {
        double[] adjusted = nan();
        double greatest = 0;
        for (int rank = 1; rank <= size(); rank++) {
            greatest = Math.max(greatest, byRank[rank - 1]);
            adjusted[ascending[rank - 1]] = Math.min(1, greatest);
        }
        return adjusted;
    }

    /** Adjusted values by rank, never falling with rank: each is the least of the raw ones from it on. */
    double[] steppingUp(double[] byRank) {
        double[] adjusted = nan();
        double least = 1;
        for (int rank = size(); rank >= 1; rank--) {
            least = Math.min(least, byRank[rank - 1]);
            adjusted[ascending[rank - 1]] = least;
        }
        return adjusted;
    }

    private double[] nan() {
        double[] values = new double[original.length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
