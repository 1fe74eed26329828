package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * The large-sample normal intervals of one proportion and of a difference of two. They collapse to a point at 0 and n, so no verdict uses
 * them; they are here to explain a number that another program printed. Source: Newcombe 1998, Stat. Med. 17:857, method 1, and 17:873,
 * method 1.
 */
public final class WaldInterval {

    private WaldInterval() {
    }

    /** Interval of one proportion, clipped to [0, 1]. */
    public static Interval of(long successes, long n, double confidence) {
        Argument.counts(successes, n);
        double p = (double) successes / n;
        double half = StandardNormal.ofConfidence(confidence) * Math.sqrt(p * (1 - p) / n);
        return new Interval(p - half, p + half).clippedTo(0, 1);
    }

    /** Interval of {@code p2 - p1} of independent groups, clipped to [-1, 1]. */
    public static Interval ofDifference(long k1, long n1, long k2, long n2, double confidence) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        return around((double) k2 / n2 - (double) k1 / n1, (double) k1 / n1, n1, (double) k2 / n2, n2, confidence);
    }

    static Interval around(double difference, double p1, double n1, double p2, double n2, double confidence) {
        double half = StandardNormal.ofConfidence(confidence) * Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        return new Interval(difference - half, difference + half).clippedTo(-1, 1);
    }
}
