package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Maximum mean discrepancy of two samples of vectors under the Gaussian kernel {@code exp(-sigma |a - b|^2)}: zero only for equal
 * distributions, in any number of dimensions. All kernel values are computed once, so that a permutation test costs sums only.
 * Source: Gretton et al. 2012, JMLR 13:723, eqs. 3 to 5, lemma 6, theorem 7 and section 8 (permutation).
 */
public final class MaximumMeanDiscrepancy {

    private static final int MOST = 8000;

    private final int m;
    private final int n;
    private final double[][] kernel;

    private MaximumMeanDiscrepancy(int m, int n, double[][] kernel) {
        this.m = m;
        this.n = n;
        this.kernel = kernel;
    }

    /**
     * @param x first sample, one row for a vector, at least two rows
     * @param y second sample of the same dimension, at least two rows; at most 8000 rows together
     * @param sigma inverse width of the kernel, positive
     */
    public static MaximumMeanDiscrepancy of(double[][] x, double[][] y, double sigma) {
        Argument.positive("sigma", sigma);
        double[][] rows = pooled(x, y);
        double[][] kernel = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            kernel[i][i] = 1;
            for (int j = 0; j < i; j++) {
                kernel[i][j] = Math.exp(-sigma * squaredDistance(rows[i], rows[j]));
                kernel[j][i] = kernel[i][j];
            }
        }
        return new MaximumMeanDiscrepancy(x.length, y.length, kernel);
    }

    /** The usual choice of sigma: one over the median squared distance of all pairs. Source: the same paper, section 8. */
    public static double medianSigma(double[][] x, double[][] y) {
        double[][] rows = pooled(x, y);
        double[] distances = new double[rows.length * (rows.length - 1) / 2];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[next++] = squaredDistance(rows[i], rows[j]);
            }
        }
        double median = Quantiles.median(distances);
        if (median == 0) {
            throw new IllegalArgumentException("most vectors are equal: the median distance is 0");
        }
        return 1 / median;
    }

    /** Root of the biased estimate (diagonals kept), zero or more: eq. 5. */
    public double biasedRoot() {
        return Math.sqrt(Math.max(0, biasedSquare(identity())));
    }

    /** Unbiased estimate of the squared discrepancy, may be negative: eq. 3. */
    public double unbiased() {
        int[] order = identity();
        double xx = sum(order, 0, m, 0, m) - m;
        double yy = sum(order, m, m + n, m, m + n) - n;
        double xy = sum(order, 0, m, m, m + n);
        return xx / (m * (m - 1.0)) + yy / (n * (n - 1.0)) - 2 * xy / ((double) m * n);
    }

    /** The U-statistic over the first {@code min(m, n)} rows of each sample, taken in pairs: eq. 4. */
    public double unbiasedPaired() {
        int k = Math.min(m, n);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                if (i != j) {
                    sum += kernel[i][j] + kernel[m + i][m + j] - kernel[i][m + j] - kernel[j][m + i];
                }
            }
        }
        return sum / (k * (k - 1.0));
    }

    /**
     * A distribution-free bound that {@link #biasedRoot} exceeds with probability at most alpha under "one distribution" (theorem 7, kernel
     * values at most 1, at the smaller sample size, as R's kernlab computes it). Valid and very loose; {@link #pValue} is the sharp test.
     */
    public double rademacherBound(double alpha) {
        Argument.open("alpha", alpha);
        double k = Math.min(m, n);
        return 2 * Math.sqrt(1 / k) + Math.sqrt(4 * Math.log(1 / alpha) / k);
    }

    /**
     * Permutation p-value of the biased estimate.
     *
     * @param rounds number of random relabellings, at least 1
     * @param seed the seed of the relabellings
     * @return share of relabellings, the observed one counted in, that reach the observed value; never 0
     */
    public double pValue(int rounds, long seed) {
        Argument.atLeast("rounds", 1, rounds);
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = identity();
        double observed = biasedSquare(order) * (1 - 1e-12);
        int reached = 1;
        for (int round = 0; round < rounds; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            reached += biasedSquare(order) >= observed ? 1 : 0;
        }
        return reached / (rounds + 1.0);
    }

    private double biasedSquare(int[] order) {
        double xx = sum(order, 0, m, 0, m);
        double yy = sum(order, m, m + n, m, m + n);
        double xy = sum(order, 0, m, m, m + n);
        return xx / ((double) m * m) + yy / ((double) n * n) - 2 * xy / ((double) m * n);
    }

    private double sum(int[] order, int fromRow, int toRow, int fromColumn, int toColumn) {
        double sum = 0;
        for (int i = fromRow; i < toRow; i++) {
            double[] row = kernel[order[i]];
            for (int j = fromColumn; j < toColumn; j++) {
                sum += row[order[j]];
            }
        }
        return sum;
    }

    private int[] identity() {
        int[] order = new int[m + n];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static double[][] pooled(double[][] x, double[][] y) {
        Argument.atLeast("rows of the first sample", 2, x.length);
        Argument.atLeast("rows of the second sample", 2, y.length);
        if (x.length + y.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " rows; draw a random part first");
        }
        double[][] rows = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, rows, x.length, y.length);
        for (double[] row : rows) {
            Argument.sameLength("vectors", x[0].length, row.length);
            Argument.finite("a vector", row);
        }
        return rows;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
