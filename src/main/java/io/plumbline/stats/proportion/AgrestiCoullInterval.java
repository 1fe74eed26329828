package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * The textbook interval of one proportion after z²/2 successes and as many failures were added; centred on Wilson's midpoint, never
 * narrower. Source: Agresti &amp; Coull 1998, Am. Stat. 52:119.
 */
public final class AgrestiCoullInterval {

    private AgrestiCoullInterval() {
    }

    /**
     * @param successes count of successes, {@code 0 <= successes <= n}
     * @param n trials, at least 1
     * @param confidence level between 0 and 1
     * @return bounds clipped to [0, 1]
     */
    public static Interval of(long successes, long n, double confidence) {
        Argument.counts(successes, n);
        double z = StandardNormal.ofConfidence(confidence);
        double size = n + z * z;
        double p = (successes + z * z / 2) / size;
        double half = z * Math.sqrt(p * (1 - p) / size);
        return new Interval(p - half, p + half).clippedTo(0, 1);
    }
}
