package io.plumbline.stats.proportion;

/**
 * Fisher's exact test of independence in a 2 x 2 table: rows (a, b) and (c, d), all margins fixed.
 * The two-sided p-value adds every table that is no more likely than the observed one, as R's {@code fisher.test} does.
 * Source: Fisher 1935, J. R. Stat. Soc. 98:39; Agresti 2002, Categorical Data Analysis, section 3.5.
 */
public final class FisherExactTest {

    private FisherExactTest() {
    }

    /**
     * Two-sided p-value in (0, 1]; 1 when a margin is empty.
     *
     * @throws IllegalArgumentException if a count is negative or the table is empty
     */
    public static double twoSided(long a, long b, long c, long d) {
        return distribution(a, b, c, d).noMoreLikelyThan(a);
    }

    /** {@code P(first cell >= a)}: evidence for an odds ratio above 1. */
    public static double greater(long a, long b, long c, long d) {
        return distribution(a, b, c, d).atLeast(a);
    }

    /** {@code P(first cell <= a)}: evidence for an odds ratio below 1. */
    public static double less(long a, long b, long c, long d) {
        return distribution(a, b, c, d).atMost(a);
    }

    private static NoncentralHypergeometric distribution(long a, long b, long c, long d) {
        return new NoncentralHypergeometric(new Table2x2(a, b, c, d));
    }
}
