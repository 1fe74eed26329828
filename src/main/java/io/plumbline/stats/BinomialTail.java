package io.plumbline.stats;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Tails of the binomial distribution for counts of any size ({@code long}), through the regularised incomplete beta function
 * (Abramowitz &amp; Stegun (1964) 26.5.24).
 */
public final class BinomialTail {

    private BinomialTail() {
    }

    /** {@code P(X <= k)}, X ~ Bin(n, p); 0 for a negative k and 1 from n on. */
    public static double atMost(long k, long n, double p) {
        check(n, p);
        if (k < 0) {
            return 0;
        }
        if (k >= n) {
            return 1;
        }
        return RegularizedBeta.complement(p, k + 1.0, n - k);
    }

    /** {@code P(X >= k)}, X ~ Bin(n, p); 1 up to k = 0 and 0 beyond n. */
    public static double atLeast(long k, long n, double p) {
        check(n, p);
        if (k <= 0) {
            return 1;
        }
        if (k > n) {
            return 0;
        }
        return RegularizedBeta.value(p, k, n - k + 1.0);
    }

    private static void check(long n, double p) {
        Argument.count("n", n);
        Argument.probability("p", p);
    }
}
