package io.plumbline.stats.proportion;

/**
 * Fisher's noncentral hypergeometric distribution of the first cell of a 2 x 2 table with fixed margins and a given odds ratio.
 * The central weights grow outwards from the mode by ratios of neighbours and are normalised at the end, so that no logarithm of a
 * factorial costs digits; memory is one number per possible table.
 * Source: Agresti 2002, Categorical Data Analysis, eq. 3.20.
 */
public final class NoncentralHypergeometric {

    /** R's {@code fisher.test} counts a table as no more likely than the observed one up to this relative error. */
    private static final double TIE = 1 + 1e-7;

    private final long least;
    private final double[] logWeight;
    private final double[] central;

    /** @throws IllegalArgumentException if more than 50 million tables have these margins */
    public NoncentralHypergeometric(Table2x2 table) {
        long column1 = table.column1();
        long row1 = table.row1();
        long row2 = table.row2();
        least = Math.max(0, column1 - row2);
        long most = Math.min(column1, row1);
        if (most - least > 50_000_000) {
            throw new IllegalArgumentException("too many possible tables for an exact test: " + (most - least));
        }
        int size = (int) (most - least + 1);
        central = new double[size];
        logWeight = new double[size];
        int mode = (int) Math.min(size - 1, Math.max(0, mode(column1, row1, row2) - least));
        for (int i = mode + 1; i < size; i++) {
            logWeight[i] = logWeight[i - 1] + Math.log(upRatio(least + i - 1, column1, row1, row2));
        }
        for (int i = mode - 1; i >= 0; i--) {
            logWeight[i] = logWeight[i + 1] - Math.log(upRatio(least + i, column1, row1, row2));
        }
        central[mode] = 1;
        for (int i = mode + 1; i < size; i++) {
            central[i] = central[i - 1] * upRatio(least + i - 1, column1, row1, row2);
        }
        for (int i = mode - 1; i >= 0; i--) {
            central[i] = central[i + 1] / upRatio(least + i, column1, row1, row2);
        }
        normalise(central);
    }

    private static long mode(long column1, long row1, long row2) {
        return (long) ((column1 + 1.0) * (row1 + 1.0) / (row1 + row2 + 2.0));
    }

    private static double upRatio(long x, long column1, long row1, long row2) {
        return (double) (row1 - x) / (x + 1) * ((double) (column1 - x) / (row2 - column1 + x + 1));
    }

    /** The smallest first cell that the margins allow. */
    public long least() {
        return least;
    }

    /** The largest first cell that the margins allow. */
    public long most() {
        return least + central.length - 1;
    }

    /** {@code P(X = x)} at odds ratio 1, for x between the smallest and the largest first cell. */
    public double probability(long x) {
        return central[(int) (x - least)];
    }

    /** {@code P(X <= x)} at odds ratio 1. */
    public double atMost(long x) {
        return sum(central, 0, x - least);
    }

    /** {@code P(X >= x)} at odds ratio 1. */
    public double atLeast(long x) {
        return sum(central, x - least, central.length - 1);
    }

    /** Probability, at odds ratio 1, of all tables that are no more likely than {@code x}. */
    public double noMoreLikelyThan(long x) {
        double limit = central[(int) (x - least)] * TIE;
        double total = 0;
        for (double probability : central) {
            if (probability <= limit) {
                total += probability;
            }
        }
        return Math.min(1, total);
    }

    /** {@code P(X <= x)} at the given odds ratio, zero or more and finite. */
    public double atMost(long x, double oddsRatio) {
        return oddsRatio == 0 ? (x >= least ? 1 : 0) : sum(at(oddsRatio), 0, x - least);
    }

    /** {@code P(X >= x)} at the given odds ratio. */
    public double atLeast(long x, double oddsRatio) {
        return oddsRatio == 0 ? (x <= least ? 1 : 0) : sum(at(oddsRatio), x - least, central.length - 1);
    }

    /** E(X) at the given odds ratio. */
    public double mean(double oddsRatio) {
        if (oddsRatio == 0) {
            return least;
        }
        double[] probability = at(oddsRatio);
        double mean = 0;
        for (int i = 0; i < probability.length; i++) {
            mean += i * probability[i];
        }
        return least + mean;
    }

    private double[] at(double oddsRatio) {
        double logOdds = Math.log(oddsRatio);
        double[] weight = new double[logWeight.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = logWeight[i] + i * logOdds;
            greatest = Math.max(greatest, weight[i]);
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Math.exp(weight[i] - greatest);
        }
        normalise(weight);
        return weight;
    }

    private static void normalise(double[] weight) {
        double total = 0;
        for (double w : weight) {
            total += w;
        }
        for (int i = 0; i < weight.length; i++) {
            weight[i] /= total;
        }
    }

    private static double sum(double[] probability, long from, long to) {
        double total = 0;
        for (long i = Math.max(0, from); i <= Math.min(to, probability.length - 1); i++) {
            total += probability[(int) i];
        }
        return Math.min(1, total);
    }
}
