package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BetaQuantile;
import io.plumbline.stats.Interval;

/**
 * The equal-tailed Bayesian interval of one proportion under Jeffreys' prior Beta(1/2, 1/2): the sensible one when a rate is also to be
 * read as a probability statement. Source: Brown, Cai &amp; DasGupta 2001, Stat. Sci. 16:101, section 3.1.3, without the modification at
 * 0 and n, so that the bounds are plain posterior quantiles, as in statsmodels.
 */
public final class JeffreysInterval {

    private JeffreysInterval() {
    }

    /**
     * @param successes count of successes, {@code 0 <= successes <= n}
     * @param n trials, at least 1
     * @param confidence level between 0 and 1
     * @return bounds in (0, 1); with no success the lower bound is small but not 0
     */
    public static Interval of(long successes, long n, double confidence) {
        Argument.counts(successes, n);
        double tail = (1 - Argument.confidence(confidence)) / 2;
        double a = successes + 0.5;
        double b = n - successes + 0.5;
        return new Interval(BetaQuantile.of(tail, a, b), 1 - BetaQuantile.of(tail, b, a));
    }
}
