package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import io.plumbline.stats.multiplicity.Bonferroni;

/**
 * Did the distribution of many-dimensional records shift? One Kolmogorov-Smirnov test for each dimension, and the smallest p-value against
 * alpha over the number of dimensions: simple, and hard to beat. Source: Rabanser, Günnemann &amp; Lipton 2019, Failing Loudly, NeurIPS,
 * section 3.2.
 *
 * @param pValues one for each dimension: exact where the samples allow it
 * @param threshold alpha over the number of dimensions
 * @param smallest the smallest p-value
 */
public record ShiftRecipe(double[] pValues, double threshold, double smallest) {

    /**
     * @param x first sample: one row for a record, finite values, at least one row
     * @param y second sample with the same columns
     * @param alpha chance of a false alarm over all dimensions together, between 0 and 1
     */
    public static ShiftRecipe of(double[][] x, double[][] y, double alpha) {
        Argument.atLeast("rows of the first sample", 1, x.length);
        Argument.atLeast("rows of the second sample", 1, y.length);
        Argument.atLeast("number of dimensions", 1, x[0].length);
        double[] p = new double[x[0].length];
        double smallest = 1;
        for (int column = 0; column < p.length; column++) {
            p[column] = KolmogorovSmirnov.of(column(x, column, p.length), column(y, column, p.length)).pValue();
            smallest = Math.min(smallest, p[column]);
        }
        return new ShiftRecipe(p, 1 - Bonferroni.confidenceOfEach(p.length, 1 - Argument.open("alpha", alpha)), smallest);
    }

    /** Whether the smallest p-value is below the threshold. */
    public boolean shifted() {
        return smallest < threshold;
    }

    /** One dimension of all records. */
    static double[] column(double[][] rows, int column, int columns) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Argument.sameLength("rows", columns, rows[i].length);
            values[i] = rows[i][column];
        }
        return values;
    }
}
