package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import java.util.function.DoubleUnaryOperator;

/**
 * The odds ratio of a 2 x 2 table given its margins: the estimate that R's {@code fisher.test} prints, not ad/bc, with its exact interval.
 * Source: Cornfield 1956; Agresti 2002, Categorical Data Analysis, section 3.5.1 and eq. 3.20.
 */
public final class ConditionalOddsRatio {

    private static final int HALVINGS = 200;

    private ConditionalOddsRatio() {
    }

    /** Conditional maximum-likelihood estimate in [0, Infinity]; 0 or Infinity when the first cell is as small or as large as it can be. */
    public static double estimate(Table2x2 table) {
        NoncentralHypergeometric cells = new NoncentralHypergeometric(table);
        if (cells.least() == cells.most()) {
            throw new IllegalArgumentException("a margin is empty, the table says nothing of the odds ratio: " + table);
        }
        if (table.a() == cells.least()) {
            return 0;
        }
        if (table.a() == cells.most()) {
            return Double.POSITIVE_INFINITY;
        }
        return root(odds -> cells.mean(odds) - table.a());
    }

    /**
     * Exact two-sided interval: bounds at which one tail is {@code (1 - confidence) / 2}. With an empty margin it is [0, Infinity].
     *
     * @param table the counts
     * @param confidence level between 0 and 1
     */
    public static Interval interval(Table2x2 table, double confidence) {
        double tail = (1 - Argument.confidence(confidence)) / 2;
        NoncentralHypergeometric cells = new NoncentralHypergeometric(table);
        double lower = table.a() == cells.least() ? 0 : root(odds -> cells.atLeast(table.a(), odds) - tail);
        double upper = table.a() == cells.most() ? Double.POSITIVE_INFINITY : root(odds -> tail - cells.atMost(table.a(), odds));
        return new Interval(lower, upper);
    }

    /** The odds at which a function that rises with them passes 0, by bisection of their logarithm. */
    private static double root(DoubleUnaryOperator rising) {
        double low = -1;
        double high = 1;
        while (rising.applyAsDouble(Math.exp(low)) > 0 && low > -700) {
            low *= 2;
        }
        while (rising.applyAsDouble(Math.exp(high)) < 0 && high < 700) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))); i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(Math.exp(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }
}
