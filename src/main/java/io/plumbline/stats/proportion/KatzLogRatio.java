package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * Interval of the ratio of two independent proportions, normal on the log scale.
 * Source: Katz, Baptista, Azen &amp; Pike 1978, Biometrics 34:469, method C.
 */
public final class KatzLogRatio {

    private KatzLogRatio() {
    }

    /**
     * Interval of {@code p2 / p1}. With no success in one group the log is not finite: no success in the second gives {@code [0, u]}
     * and none in the first {@code [l, Infinity]}, both with half a success and half a failure added to both groups for the finite
     * bound (Walter 1975); none in either gives {@code [0, Infinity]}.
     *
     * @throws IllegalArgumentException for counts or a level outside their range
     */
    public static Interval of(long k1, long n1, long k2, long n2, double confidence) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        double z = StandardNormal.ofConfidence(confidence);
        if (k1 == 0 && k2 == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        if (k1 > 0 && k2 > 0) {
            return at(k1, n1, k2, n2, z);
        }
        Interval finite = at(k1 + 0.5, n1 + 1.0, k2 + 0.5, n2 + 1.0, z);
        return k2 == 0 ? new Interval(0, finite.upper()) : new Interval(finite.lower(), Double.POSITIVE_INFINITY);
    }

    private static Interval at(double k1, double n1, double k2, double n2, double z) {
        double ratio = k2 * n1 / (n2 * k1);
        double half = z * Math.sqrt(Math.max(0, (n1 - k1) / (k1 * n1) + (n2 - k2) / (k2 * n2)));
        return new Interval(ratio * Math.exp(-half), ratio * Math.exp(half));
    }
}
