package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How large a distance between two samples becomes by chance alone at these sizes: the labels "first" and "second" are dealt out anew,
 * many times, among the pooled records, and the statistic is computed each time.
 *
 * <p>Dealing labels to n records is the same as drawing the first sample's counts from a multivariate hypergeometric distribution, and a
 * category's part of the statistic depends on its own draw only; so a round costs one hypergeometric draw and one table look-up for a
 * category, whatever the number of records. Same seed, same null.
 * Source: Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses, section 3.2; p-value with the observed table counted in:
 * Phipson &amp; Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9:39.
 */
public final class PermutationNull {

    private final double[] sorted;

    private PermutationNull(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * @param first counts of the categories in the first sample, each zero or more, not all zero
     * @param second counts of the same categories in the second sample
     * @param statistic what each category adds to the statistic
     * @param rounds number of rounds, at least 1
     * @param seed the seed of the draws
     */
    public static PermutationNull of(long[] first, long[] second, CellContribution statistic, int rounds, long seed) {
        Argument.atLeast("rounds", 1, rounds);
        long firstTotal = total(first);
        long secondTotal = total(second);
        Argument.sameLength("the samples", first.length, second.length);
        int categories = first.length;
        long[] pooled = new long[categories];
        for (int i = 0; i < categories; i++) {
            pooled[i] = Math.addExact(first[i], second[i]);
        }
        ContributionTable[] table = new ContributionTable[categories];
        for (int i = 0; i < categories; i++) {
            table[i] = new ContributionTable(statistic, pooled[i], firstTotal, secondTotal);
        }
        HypergeometricDraw draw = new HypergeometricDraw(new SplittableRandom(seed), firstTotal + secondTotal);
        double[] values = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long recordsLeft = firstTotal + secondTotal;
            long labelsLeft = firstTotal;
            double value = 0;
            for (int i = 0; i < categories; i++) {
                long drawn = i == categories - 1 ? labelsLeft : draw.next(recordsLeft, pooled[i], labelsLeft);
                value += table[i].of(drawn);
                recordsLeft -= pooled[i];
                labelsLeft -= drawn;
            }
            values[round] = value;
        }
        Arrays.sort(values);
        return new PermutationNull(values);
    }

    /**
     * The Jensen-Shannon <em>distance</em> that chance exceeds in a share {@code 1 - level} of the rounds.
     *
     * @param first counts of the categories in the first sample
     * @param second counts of the same categories in the second sample
     * @param base base of the logarithm, above 1
     * @param level 0.95 or 0.99
     * @param rounds number of rounds, at least 1
     * @param seed the seed of the draws
     */
    public static double jsThreshold(long[] first, long[] second, double base, double level, int rounds, long seed) {
        return Math.sqrt(Math.max(0, of(first, second, CellContribution.jensenShannon(base), rounds, seed).threshold(level)));
    }

    /** The value that a share {@code level} of the rounds does not exceed. */
    public double threshold(double level) {
        Argument.open("level", level);
        int rank = (int) Math.ceil(level * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** Share of the rounds, the observed table counted in, that reach {@code observed}: never 0. */
    public double pValue(double observed) {
        double limit = Argument.finite("observed", observed) * (1 - 1e-12);
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (sorted.length - low + 1.0) / (sorted.length + 1.0);
    }

    /** Mean of the statistic under "no difference": what a distance of nothing looks like at these sizes. */
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total = Math.addExact(total, Argument.count("a count", count));
        }
        if (total == 0) {
            throw new IllegalArgumentException("a sample has no records");
        }
        return total;
    }

    /** A category's contributions, computed once per drawn count and kept while the table is small. */
    private static final class ContributionTable {
        private static final int MOST_KEPT = 1 << 14;
        private final CellContribution statistic;
        private final long pooled;
        private final long firstTotal;
        private final long secondTotal;
        private final double[] kept;

        ContributionTable(CellContribution statistic, long pooled, long firstTotal, long secondTotal) {
            this.statistic = statistic;
            this.pooled = pooled;
            this.firstTotal = firstTotal;
            this.secondTotal = secondTotal;
            kept = new double[(int) Math.min(MOST_KEPT, Math.min(pooled, firstTotal) + 1)];
            Arrays.fill(kept, Double.NaN);
        }

        double of(long drawn) {
            if (drawn >= kept.length) {
                return statistic.of(drawn, firstTotal, pooled - drawn, secondTotal);
            }
            double value = kept[(int) drawn];
            if (Double.isNaN(value)) {
                value = statistic.of(drawn, firstTotal, pooled - drawn, secondTotal);
                kept[(int) drawn] = value;
            }
            return value;
        }
    }
}
