package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BetaQuantile;
import io.plumbline.stats.Interval;

/**
 * The exact interval of one proportion: it never covers less than promised, and is therefore the one to quote for zero failures.
 * Source: Clopper &amp; Pearson 1934, Biometrika 26:404; beta form after Brown, Cai &amp; DasGupta 2001, Stat. Sci. 16:101, section 4.2.1.
 */
public final class ClopperPearsonInterval {

    private ClopperPearsonInterval() {
    }

    /**
     * @param successes count of successes, {@code 0 <= successes <= n}
     * @param n trials, at least 1
     * @param confidence two-sided level between 0 and 1
     * @return bounds in [0, 1]; 0 for no success and 1 for no failure
     */
    public static Interval of(long successes, long n, double confidence) {
        double tail = (1 - Argument.confidence(confidence)) / 2;
        return new Interval(lowerAt(successes, n, tail), upperAt(successes, n, tail));
    }

    /** The one-sided lower bound at the given confidence: 500 of 500 has 0.9940 at 95 %. */
    public static double lowerBound(long successes, long n, double confidence) {
        return lowerAt(successes, n, 1 - Argument.confidence(confidence));
    }

    /** The one-sided upper bound at the given confidence: 0 of 300 has 0.0099 at 95 % ("rule of three"). */
    public static double upperBound(long successes, long n, double confidence) {
        return upperAt(successes, n, 1 - Argument.confidence(confidence));
    }

    private static double lowerAt(long successes, long n, double tail) {
        Argument.counts(successes, n);
        return successes == 0 ? 0 : BetaQuantile.of(tail, successes, n - successes + 1.0);
    }

    private static double upperAt(long successes, long n, double tail) {
        Argument.counts(successes, n);
        return successes == n ? 1 : 1 - BetaQuantile.of(tail, n - successes, successes + 1.0);
    }
}
