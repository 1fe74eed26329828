package io.plumbline.stats.proportion;

import io.plumbline.stats.StandardNormal;
import java.util.Arrays;
import java.util.List;

/**
 * Fisher's exact test over several 2 x 2 tables at once: the sum of the first cells given all margins of all tables. A group that is
 * compared only with its own category and week cannot borrow an effect from a category that changed by itself.
 * Sources: Agresti 2002, Categorical Data Analysis, section 6.3.5; Mehta, Patel &amp; Gray 1985, JASA 80:969. R's
 * {@code mantelhaen.test(exact = TRUE)}. Where the tables allow too many sums, the normal approximation of Cochran, Mantel and Haenszel
 * with the correction of one half stands in.
 */
public final class StratifiedExactTest {

    /** Steps of the convolution beyond which the exact distribution costs more than it tells. */
    private static final long MOST_STEPS = 4_000_000;

    private StratifiedExactTest() {
    }

    /** {@code P(sum of first cells >= observed sum)}: evidence for a common odds ratio above 1; 1 where no table carries information. */
    public static double greater(List<Table2x2> layers) {
        long steps = 0;
        long size = 1;
        for (Table2x2 t : layers) {
            long width = Math.min(t.column1(), t.row1()) - Math.max(0, t.column1() - t.row2()) + 1;
            size += width - 1;
            steps += size * width;
        }
        return steps > MOST_STEPS ? approximate(layers) : exact(layers);
    }

    private static double exact(List<Table2x2> layers) {
        double[] sums = {1};
        long excess = 0;
        for (Table2x2 t : layers) {
            if (t.n() == 0) {
                continue;
            }
            double[] next = probabilities(t);
            excess += t.a() - Math.max(0, t.column1() - t.row2());
            if (next.length > 1) {
                sums = convolved(sums, next);
            }
        }
        double tail = 0;
        for (int i = sums.length - 1; i >= excess; i--) {
            tail += sums[i];
        }
        return Math.min(1, tail);
    }

    private static double[] probabilities(Table2x2 table) {
        NoncentralHypergeometric cell = new NoncentralHypergeometric(table);
        double[] p = new double[(int) (cell.most() - cell.least() + 1)];
        Arrays.setAll(p, i -> cell.probability(cell.least() + i));
        return p;
    }

    private static double[] convolved(double[] first, double[] second) {
        double[] sums = new double[first.length + second.length - 1];
        for (int i = 0; i < first.length; i++) {
            if (first[i] > 0) {
                for (int j = 0; j < second.length; j++) {
                    sums[i + j] += first[i] * second[j];
                }
            }
        }
        return sums;
    }

    private static double approximate(List<Table2x2> layers) {
        double excess = 0;
        double variance = 0;
        for (Table2x2 t : layers) {
            double n = t.n();
            if (n >= 2) {
                excess += t.a() - t.row1() * (double) t.column1() / n;
                variance += (double) t.row1() / n * t.row2() / n * t.column1() / (n - 1) * t.column2();
            }
        }
        return variance == 0 ? 1 : StandardNormal.survival((excess - 0.5) / Math.sqrt(variance));
    }
}
