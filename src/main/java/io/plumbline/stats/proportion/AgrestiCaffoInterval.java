package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;

/**
 * The normal interval of a difference of independent proportions after one success and one failure were added to each group.
 * Source: Agresti &amp; Caffo 2000, Am. Stat. 54:280.
 */
public final class AgrestiCaffoInterval {

    private AgrestiCaffoInterval() {
    }

    /** Interval of {@code p2 - p1}, clipped to [-1, 1]; arguments as in {@link NewcombeInterval#of}. */
    public static Interval of(long k1, long n1, long k2, long n2, double confidence) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        double p1 = (k1 + 1.0) / (n1 + 2.0);
        double p2 = (k2 + 1.0) / (n2 + 2.0);
        return WaldInterval.around(p2 - p1, p1, n1 + 2.0, p2, n2 + 2.0, confidence);
    }
}
