package io.plumbline.stats.anomaly;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much sparser a point's surroundings are than those of its neighbours; about 1 for an ordinary point. Finds outliers beside a dense
 * group that a forest misses; time grows with the square of the number of rows.
 * Source: Breunig, Kriegel, Ng &amp; Sander 2000, SIGMOD, definitions 5 to 7, with exactly k neighbours as scikit-learn.
 */
public final class LocalOutlierFactor {

    /** Keeps the density of points on top of each other finite, as scikit-learn. */
    private static final double LEAST_DISTANCE = 1e-10;

    private LocalOutlierFactor() {
    }

    /**
     * @param rows one row for a point, finite values, all of one length
     * @param neighbours k, at least 1 and below the number of rows
     * @return one factor for each row, positive
     */
    public static double[] of(double[][] rows, int neighbours) {
        int n = rows.length;
        Argument.atLeast("neighbours", 1, neighbours);
        Argument.atLeast("rows", neighbours + 1, n);
        for (double[] row : rows) {
            Argument.sameLength("rows", rows[0].length, row.length);
            Argument.finite("a row", row);
        }
        int[][] nearest = new int[n][];
        double[][] distance = new double[n][];
        IntStream.range(0, n).parallel().forEach(i -> {
            double[] all = new double[n];
            Arrays.setAll(all, j -> Math.sqrt(squared(rows[i], rows[j])));
            nearest[i] = IntStream.range(0, n).filter(j -> j != i).boxed().sorted((a, b) -> Double.compare(all[a], all[b]))
                .limit(neighbours).mapToInt(Integer::intValue).toArray();
            distance[i] = Arrays.stream(nearest[i]).mapToDouble(j -> all[j]).toArray();
        });
        double[] density = new double[n];
        for (int i = 0; i < n; i++) {
            double reach = 0;
            for (int k = 0; k < neighbours; k++) {
                reach += Math.max(distance[i][k], distance[nearest[i][k]][neighbours - 1]);
            }
            density[i] = 1 / (reach / neighbours + LEAST_DISTANCE);
        }
        double[] factor = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j : nearest[i]) {
                sum += density[j];
            }
            factor[i] = sum / neighbours / density[i];
        }
        return factor;
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
