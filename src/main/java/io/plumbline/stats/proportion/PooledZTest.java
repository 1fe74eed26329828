package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.StandardNormal;

/**
 * The classical z test of two equal independent proportions with the pooled variance; its square is Pearson's chi-squared of the table.
 * Source: Fleiss, Levin &amp; Paik 2003, Statistical Methods for Rates and Proportions, eq. 3.7 without correction.
 */
public final class PooledZTest {

    private PooledZTest() {
    }

    /** z of {@code p2 - p1}; 0 when both groups are all success or all failure. */
    public static double statistic(long k1, long n1, long k2, long n2) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        double pooled = (double) (k1 + k2) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
        return variance == 0 ? 0 : ((double) k2 / n2 - (double) k1 / n1) / Math.sqrt(variance);
    }

    /** Two-sided asymptotic p-value. */
    public static double twoSided(long k1, long n1, long k2, long n2) {
        return StandardNormal.twoSided(statistic(k1, n1, k2, n2));
    }
}
