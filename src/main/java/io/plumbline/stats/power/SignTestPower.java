package io.plumbline.stats.power;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BinomialTail;

/**
 * Power of the exact two-sided sign test: n decided pairs, of which each speaks for one side with probability {@code share}. The power of a
 * test on counts goes up and down as n grows; {@link #pairsNeeded} is the first n from which on it stays.
 * Source: Conover 1999, Practical Nonparametric Statistics, 3rd ed., section 3.4.
 */
public final class SignTestPower {

    private static final int MOST = 1_000_000;

    private SignTestPower() {
    }

    /**
     * @param n decided pairs, zero or more
     * @param share probability that a decided pair speaks for the one side, in [0, 1]
     * @param alpha level of the two-sided test
     * @return probability that the test rejects "both sides alike"
     */
    public static double power(int n, double share, double alpha) {
        Argument.count("n", n);
        Argument.probability("share", share);
        Argument.open("alpha", alpha);
        long critical = lowerCritical(n, alpha);
        return critical < 0 ? 0 : BinomialTail.atMost(critical, n, share) + BinomialTail.atLeast(n - critical, n, share);
    }

    /** Largest k with {@code 2 P(X <= k) <= alpha}, −1 where there is none. */
    private static long lowerCritical(int n, double alpha) {
        long low = -1;
        long high = n / 2;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (2 * BinomialTail.atMost(middle, n, 0.5) <= alpha) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * Decided pairs with which a share is seen.
     *
     * @param share above one half and at most 1
     * @param power wanted power, between 0 and 1
     * @throws IllegalArgumentException for a share so near one half that more than a million pairs would be needed
     */
    public static int pairsNeeded(double share, double alpha, double power) {
        Argument.open("power", power);
        if (!(share > 0.5)) {
            throw new IllegalArgumentException("the share to see must be above one half: " + share);
        }
        int enough = 1;
        while (power(enough, share, alpha) < power) {
            if (enough > MOST / 2) {
                throw new IllegalArgumentException("more than " + MOST + " pairs needed for a share of " + share);
            }
            enough *= 2;
        }
        // From twice as many, where the teeth of the saw lie well above, down to the last n that falls short.
        int needed = 2 * enough;
        while (power(needed - 1, share, alpha) >= power) {
            needed--;
        }
        return needed;
    }
}
