package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Exact tests of two independent proportions that fix the group sizes only: the p-value is the greatest probability, over the common rate,
 * of a table at least as extreme. More powerful than Fisher's test when the margins were not fixed by design; cost grows with n1 x n2.
 * Sources: Barnard 1947, Biometrika 34:123 (tables ordered by the pooled z); Boschloo 1970, Stat. Neerl. 24:1 (tables ordered by Fisher's
 * one-sided p).
 */
public final class UnconditionalExactTest {

    private static final int GRID = 400;
    private static final long MOST_TABLES = 4_000_000;
    private static final double TIE = 1e-10;

    private UnconditionalExactTest() {
    }

    /** Barnard's two-sided p-value: tables with |z| of at least the observed one. Arguments as in {@link NewcombeInterval#of}. */
    public static double barnard(long k1, long n1, long k2, long n2) {
        int rows = size(k1, n1, k2, n2);
        int columns = (int) n2 + 1;
        double observed = Math.abs(PooledZTest.statistic(k1, n1, k2, n2));
        boolean[][] extreme = new boolean[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                extreme[i][j] = Math.abs(PooledZTest.statistic(i, n1, j, n2)) >= observed * (1 - TIE);
            }
        }
        return greatestProbability(extreme);
    }

    /** Boschloo's two-sided p-value: twice the smaller of the one-sided ones, at most 1, as SciPy. */
    public static double boschloo(long k1, long n1, long k2, long n2) {
        int rows = size(k1, n1, k2, n2);
        int columns = (int) n2 + 1;
        double[][] less = new double[rows][columns];
        double[][] greater = new double[rows][columns];
        for (int successes = 0; successes < rows + columns - 1; successes++) {
            int least = Math.max(0, successes - (columns - 1));
            int most = Math.min(successes, rows - 1);
            NoncentralHypergeometric cells = new NoncentralHypergeometric(
                new Table2x2(least, successes - least, n1 - least, n2 - successes + least));
            for (int i = least; i <= most; i++) {
                less[i][successes - i] = cells.atMost(i);
                greater[i][successes - i] = cells.atLeast(i);
            }
        }
        double smaller = Math.min(greatestProbability(atMost(less, less[(int) k1][(int) k2])),
            greatestProbability(atMost(greater, greater[(int) k1][(int) k2])));
        return Math.min(1, 2 * smaller);
    }

    private static boolean[][] atMost(double[][] p, double observed) {
        boolean[][] extreme = new boolean[p.length][p[0].length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p[i].length; j++) {
                extreme[i][j] = p[i][j] <= observed * (1 + TIE);
            }
        }
        return extreme;
    }

    private static int size(long k1, long n1, long k2, long n2) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        if ((n1 + 1) > MOST_TABLES / (n2 + 1)) {
            throw new IllegalArgumentException("too many tables for an unconditional exact test: " + n1 + " by " + n2);
        }
        return (int) n1 + 1;
    }

    /**
     * The greatest probability, over a rate common to both groups, of a set of tables.
     *
     * @param extreme one row for each count of successes in the first group, 0 to n1, one column for each in the second
     * @return to about 1e-9 where the probability has one peak near its greatest grid value
     */
    public static double greatestProbability(boolean[][] extreme) {
        DoubleUnaryOperator probability = rate -> probability(extreme, rate);
        int best = 0;
        double greatest = 0;
        for (int i = 0; i <= GRID; i++) {
            double value = probability.applyAsDouble((double) i / GRID);
            if (value > greatest) {
                greatest = value;
                best = i;
            }
        }
        double low = Math.max(0, best - 1.0) / GRID;
        double high = Math.min(GRID, best + 1.0) / GRID;
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 40; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            double atLeft = probability.applyAsDouble(left);
            double atRight = probability.applyAsDouble(right);
            greatest = Math.max(greatest, Math.max(atLeft, atRight));
            if (atLeft > atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.min(1, greatest);
    }

    private static double probability(boolean[][] extreme, double rate) {
        double[] first = binomial(extreme.length - 1, rate);
        double[] second = binomial(extreme[0].length - 1, rate);
        double total = 0;
        for (int i = 0; i < first.length; i++) {
            double row = 0;
            for (int j = 0; j < second.length; j++) {
                row += extreme[i][j] ? second[j] : 0;
            }
            total += first[i] * row;
        }
        return total;
    }

    private static double[] binomial(int n, double rate) {
        double[] p = new double[n + 1];
        if (rate == 0 || rate == 1) {
            p[rate == 0 ? 0 : n] = 1;
            return p;
        }
        double logN = LogGamma.value(n + 1.0);
        for (int k = 0; k <= n; k++) {
            double logWays = logN - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
            p[k] = Math.exp(logWays + k * Math.log(rate) + (n - k) * Math.log1p(-rate));
        }
        return p;
    }
}
