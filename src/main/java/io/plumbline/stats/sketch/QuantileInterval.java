package io.plumbline.stats.sketch;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BinomialTail;
import io.plumbline.stats.Interval;
import java.util.Arrays;

/**
 * The interval of a quantile between two order statistics, valid for every distribution: the number of values below the true quantile is
 * binomial. For the 95th percentile of 500 values these are the values of rank 465 and 485; of 50 values there is no upper bound.
 * Source: David &amp; Nagaraja 2003, Order Statistics, section 7.1.
 *
 * @param lowerRank 1-based rank of the lower bound, 0 when there is none
 * @param upperRank 1-based rank of the upper bound, {@code n + 1} when there is none
 * @param n sample size
 */
public record QuantileInterval(long lowerRank, long upperRank, long n) {

    /**
     * The ranks, each tail holding at most {@code (1 - confidence) / 2}.
     *
     * @param n sample size, at least 1
     * @param p probability of the quantile, between 0 and 1
     * @param confidence level between 0 and 1
     */
    public static QuantileInterval ofSize(long n, double p, double confidence) {
        if (n < 1) {
            throw new IllegalArgumentException("an interval needs at least one value");
        }
        Argument.open("p", p);
        double tail = (1 - Argument.confidence(confidence)) / 2;
        long lower = greatest(n, rank -> BinomialTail.atMost(rank - 1, n, p) <= tail);
        long upper = n + 1 - greatest(n, rank -> BinomialTail.atLeast(n + 1 - rank, n, p) <= tail);
        return new QuantileInterval(lower, upper, n);
    }

    /**
     * The interval in the values' unit; a missing bound is infinite.
     *
     * @param values at least one finite value, in any order
     */
    public static Interval of(double[] values, double p, double confidence) {
        double[] sorted = Argument.finite("values", values).clone();
        Arrays.sort(sorted);
        return ofSize(sorted.length, p, confidence).at(sorted);
    }

    private Interval at(double[] sorted) {
        return new Interval(lowerRank == 0 ? Double.NEGATIVE_INFINITY : sorted[(int) lowerRank - 1],
            upperRank == n + 1 ? Double.POSITIVE_INFINITY : sorted[(int) upperRank - 1]);
    }

    private interface Fits {
        boolean at(long rank);
    }

    /** The greatest rank from 1 on that fits, 0 if none does; fitting ends once and for all. */
    private static long greatest(long n, Fits fits) {
        long low = 0;
        long high = n;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (fits.at(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
