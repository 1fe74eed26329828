package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BinomialTail;
import io.plumbline.stats.ChiSquared;

/**
 * Did the same items change more often one way than the other? Only the discordant pairs count: b changed one way, c the other; under
 * "no change" b ~ Bin(b + c, 1/2).
 * Sources: McNemar 1947, Psychometrika 12:153; mid-p: Fagerland, Lydersen &amp; Laake 2013, BMC Med. Res. Methodol. 13:91, eq. 6.
 */
public final class McNemarTest {

    private McNemarTest() {
    }

    /**
     * Exact two-sided p-value: twice the smaller tail, at most 1.
     *
     * @param b pairs that changed one way, zero or more
     * @param c pairs that changed the other way
     * @return p in (0, 1]; 1 when no pair changed
     */
    public static double exact(long b, long c) {
        long n = discordant(b, c);
        return Math.min(1, 2 * BinomialTail.atMost(Math.min(b, c), n, 0.5));
    }

    /** Exact one-sided p-value of "more pairs changed the b way": {@code P(X >= b)}, X ~ Bin(b + c, 1/2). */
    public static double exactOneSided(long b, long c) {
        return BinomialTail.atLeast(b, discordant(b, c), 0.5);
    }

    /** Two-sided mid-p: the exact p-value less the probability of the observed table; less conservative, not guaranteed. */
    public static double midP(long b, long c) {
        long n = discordant(b, c);
        if (n == 0) {
            return 1;
        }
        long least = Math.min(b, c);
        double below = BinomialTail.atMost(least - 1, n, 0.5);
        double point = BinomialTail.atMost(least, n, 0.5) - below;
        return b == c ? 1 - point : Math.min(1, 2 * below + point);
    }

    /** The statistic {@code (b - c)^2 / (b + c)}, one degree of freedom; 0 when no pair changed. */
    public static double statistic(long b, long c) {
        long n = discordant(b, c);
        double difference = Math.abs(b - c);
        return n == 0 ? 0 : difference * difference / n;
    }

    /** Edwards' continuity-corrected statistic {@code (|b - c| - 1)^2 / (b + c)}; 0 for b = c, as in R. */
    public static double correctedStatistic(long b, long c) {
        long n = discordant(b, c);
        double difference = Math.max(0, Math.abs(b - c) - 1);
        return n == 0 ? 0 : difference * difference / n;
    }

    /** Asymptotic p-value of {@link #statistic}. */
    public static double asymptotic(long b, long c) {
        return ChiSquared.survival(statistic(b, c), 1);
    }

    /** Asymptotic p-value of {@link #correctedStatistic}. */
    public static double corrected(long b, long c) {
        return ChiSquared.survival(correctedStatistic(b, c), 1);
    }

    private static long discordant(long b, long c) {
        return Math.addExact(Argument.count("b", b), Argument.count("c", c));
    }
}
