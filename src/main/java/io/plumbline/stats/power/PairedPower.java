package io.plumbline.stats.power;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BinomialTail;

/**
 * What a paired comparison can see: power, smallest detectable relative decrease and prompts needed of the exact one-sided McNemar test.
 *
 * <p>The model: a share {@code p0} of the prompts succeeds the first time. Without any real change a share {@code backgroundFlips} of all
 * prompts flips each way. A relative decrease r moves a further {@code p0 * r} from success to failure. The number of discordant pairs is
 * binomial, and given it the harmful flips are binomial too, so the power is a double sum without simulation or normal approximation.
 * Source: Connor 1987, Biometrics 43:207 (the unconditional power of the conditional test).
 */
public final class PairedPower {

    private static final int MOST_PROMPTS = 100_000_000;
    /** Terms of the outer sum beyond this many standard deviations weigh less than 1e-15. */
    private static final double DEVIATIONS = 8.5;

    private PairedPower() {
    }

    /**
     * Probability that the exact one-sided test at {@code alpha} finds a relative decrease.
     *
     * @param n paired prompts, zero or more
     * @param p0 success rate of the first model, {@code 0 < p0 <= 1}
     * @param relativeDecrease true {@code (p0 - p1) / p0} in [0, 1]
     * @param backgroundFlips share of prompts that flips each way without a change, in [0, 0.5]
     * @param alpha level of the one-sided test, between 0 and 1
     * @return power in [0, 1]; for a decrease of 0 the true size of the test, below alpha
     */
    public static double power(int n, double p0, double relativeDecrease, double backgroundFlips, double alpha) {
        check(p0, backgroundFlips, alpha);
        Argument.atLeast("n", 0, n);
        Argument.probability("relative decrease", relativeDecrease);
        double better = Math.min(backgroundFlips, Math.min(1 - p0, p0 * (1 - relativeDecrease)));
        double worse = Math.min(p0, better + p0 * relativeDecrease);
        double discordant = worse + better;
        if (n == 0 || discordant == 0) {
            return 0;
        }
        double sd = Math.sqrt(n * discordant * Math.max(0, 1 - discordant));
        int least = (int) Math.max(0, Math.floor(n * discordant - DEVIATIONS * sd - 10));
        int most = (int) Math.min(n, Math.ceil(n * discordant + DEVIATIONS * sd + 10));
        double power = 0;
        long critical = criticalCount(least, alpha);
        double below = least == 0 ? 0 : BinomialTail.atMost(least - 1, n, discordant);
        for (int m = least; m <= most; m++) {
            while (critical <= m && BinomialTail.atLeast(critical, m, 0.5) > alpha) {
                critical++;
            }
            double upTo = BinomialTail.atMost(m, n, discordant);
            if (upTo > below) {
                power += (upTo - below) * BinomialTail.atLeast(critical, m, worse / discordant);
            }
            below = upTo;
        }
        return Math.min(1, power);
    }

    /**
     * The smallest relative decrease that is found with the wanted power.
     *
     * @param n paired prompts
     * @param p0 success rate of the first model, {@code 0 < p0 <= 1}
     * @param backgroundFlips share of prompts that flips each way without a change, in [0, 0.5]
     * @param alpha level of the one-sided test
     * @param power wanted power, between 0 and 1
     * @return a relative decrease in (0, 1], to 1e-6; {@link Double#POSITIVE_INFINITY} when even a total loss would not be found
     */
    public static double minimumDetectableDecrease(int n, double p0, double backgroundFlips, double alpha, double power) {
        Argument.open("power", power);
        if (power(n, p0, 1, backgroundFlips, alpha) < power) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = 1;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (power(n, p0, middle, backgroundFlips, alpha) >= power) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * How many paired prompts find a given relative decrease with the wanted power: the answer to "how many more?".
     *
     * <p>The power of an exact test is slightly saw-toothed in n; the answer is the point where bisection first finds enough power with one
     * prompt less being too few.
     *
     * @param p0 success rate of the first model, {@code 0 < p0 <= 1}
     * @param relativeDecrease the decrease to find, {@code 0 < r <= 1}
     * @param backgroundFlips share of prompts that flips each way without a change, in [0, 0.5]
     * @param alpha level of the one-sided test
     * @param power wanted power, between 0 and 1
     * @return number of prompts
     * @throws IllegalArgumentException for a decrease so small that more than 100 million prompts would be needed
     */
    public static int promptsNeeded(double p0, double relativeDecrease, double backgroundFlips, double alpha, double power) {
        Argument.open("power", power);
        if (!(relativeDecrease > 0)) {
            throw new IllegalArgumentException("the decrease to find must be positive: " + relativeDecrease);
        }
        int enough = 1;
        while (power(enough, p0, relativeDecrease, backgroundFlips, alpha) < power) {
            if (enough > MOST_PROMPTS / 2) {
                throw new IllegalArgumentException("more than " + MOST_PROMPTS + " prompts needed for a decrease of " + relativeDecrease);
            }
            enough *= 2;
        }
        int tooFew = enough / 2;
        while (enough - tooFew > 1) {
            int middle = tooFew + (enough - tooFew) / 2;
            if (power(middle, p0, relativeDecrease, backgroundFlips, alpha) >= power) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private static long criticalCount(int m, double alpha) {
        long low = m / 2;
        long high = m + 1L;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (BinomialTail.atLeast(middle, m, 0.5) <= alpha) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static void check(double p0, double backgroundFlips, double alpha) {
        if (!(p0 > 0 && p0 <= 1)) {
            throw new IllegalArgumentException("p0 must lie in (0, 1]: " + p0);
        }
        if (!(backgroundFlips >= 0 && backgroundFlips <= 0.5)) {
            throw new IllegalArgumentException("background flips must lie in [0, 0.5]: " + backgroundFlips);
        }
        Argument.open("alpha", alpha);
    }
}
