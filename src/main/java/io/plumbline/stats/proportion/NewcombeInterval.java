package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * Interval of the difference of two independent proportions from their Wilson bounds ("hybrid score").
 * Source: Newcombe 1998, Stat. Med. 17:873, methods 10 (plain) and 11 (continuity corrected).
 */
public final class NewcombeInterval {

    private NewcombeInterval() {
    }

    /**
     * @param k1 successes of the first group, {@code 0 <= k1 <= n1}
     * @param n1 size of the first group, at least 1
     * @param k2 successes of the second group
     * @param n2 size of the second group
     * @param confidence two-sided level between 0 and 1
     * @return the interval of {@code p2 - p1}, bounds in [-1, 1]
     */
    public static Interval of(long k1, long n1, long k2, long n2, double confidence) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        double z = StandardNormal.ofConfidence(confidence);
        return join(k1, n1, k2, n2, WilsonInterval.atZ(k1, n1, z), WilsonInterval.atZ(k2, n2, z));
    }

    /** The same from continuity-corrected Wilson bounds (method 11); wider, conservative. */
    public static Interval continuityCorrected(long k1, long n1, long k2, long n2, double confidence) {
        return join(k1, n1, k2, n2, WilsonInterval.continuityCorrected(k1, n1, confidence),
            WilsonInterval.continuityCorrected(k2, n2, confidence));
    }

    private static Interval join(long k1, long n1, long k2, long n2, Interval first, Interval second) {
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        double difference = p2 - p1;
        double below = Math.hypot(p2 - second.lower(), first.upper() - p1);
        double above = Math.hypot(second.upper() - p2, p1 - first.lower());
        return new Interval(Math.max(-1, difference - below), Math.min(1, difference + above));
    }
}
