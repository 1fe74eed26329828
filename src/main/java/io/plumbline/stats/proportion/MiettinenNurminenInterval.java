package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * Interval of a difference of independent proportions by inverting the score test: the differences whose restricted likelihood estimate
 * is not rejected, with the variance factor N / (N - 1).
 * Source: Miettinen &amp; Nurminen 1985, Stat. Med. 4:213, eq. 8 and appendix I.
 */
public final class MiettinenNurminenInterval {

    private static final int HALVINGS = 200;

    private MiettinenNurminenInterval() {
    }

    /**
     * @param k1 successes of the first group, {@code 0 <= k1 <= n1}
     * @param n1 size of the first group
     * @param k2 successes of the second group
     * @param n2 size of the second group
     * @param confidence level between 0 and 1
     * @return the interval of {@code p2 - p1}, bounds in [-1, 1]
     */
    public static Interval of(long k1, long n1, long k2, long n2, double confidence) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        double z = StandardNormal.ofConfidence(confidence);
        double difference = (double) k2 / n2 - (double) k1 / n1;
        double lower = edge(k1, n1, k2, n2, z, difference, -1);
        double upper = edge(k1, n1, k2, n2, z, difference, 1);
        return new Interval(lower, upper);
    }

    /**
     * The z statistic of "the difference is {@code delta}": positive when the observed difference is larger. Its square is the statistic
     * of the paper.
     */
    public static double statistic(long k1, long n1, long k2, long n2, double delta) {
        Argument.counts(k1, n1);
        Argument.counts(k2, n2);
        if (!(delta >= -1 && delta <= 1)) {
            throw new IllegalArgumentException("a difference of proportions lies in [-1, 1]: " + delta);
        }
        double distance = (double) k2 / n2 - (double) k1 / n1 - delta;
        if (distance == 0) {
            return 0;
        }
        double p1 = restricted(k1, n1, k2, n2, delta);
        double p2 = Math.min(1, Math.max(0, p1 + delta));
        double total = (double) n1 + n2;
        double variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * total / (total - 1);
        return variance <= 0 ? Math.copySign(Double.POSITIVE_INFINITY, distance) : distance / Math.sqrt(variance);
    }

    /** The likelihood estimate of p1 under p2 = p1 + delta: the root of a cubic by the trigonometric formula of appendix I. */
    private static double restricted(long k1, long n1, long k2, long n2, double delta) {
        double total = (double) n1 + n2;
        double a3 = total;
        double a2 = ((double) n2 + 2.0 * n1) * delta - total - (k1 + k2);
        double a1 = (n1 * delta - total - 2.0 * k1) * delta + k1 + k2;
        double a0 = k1 * delta * (1 - delta);
        double third = a2 / (3 * a3);
        double q = third * third * third - a1 * a2 / (6 * a3 * a3) + a0 / (2 * a3);
        double p = Math.sqrt(Math.max(0, third * third - a1 / (3 * a3)));
        p = q < 0 ? -p : p;
        double cube = p * p * p;
        double cosine = cube == 0 ? 0 : Math.max(-1, Math.min(1, q / cube));
        double root = 2 * p * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
        return Math.min(Math.min(1, 1 - delta), Math.max(Math.max(0, -delta), root));
    }

    private static double edge(long k1, long n1, long k2, long n2, double z, double inside, double outside) {
        double accepted = inside;
        double rejected = outside;
        if (Math.abs(statistic(k1, n1, k2, n2, outside)) <= z) {
            return outside;
        }
        for (int i = 0; i < HALVINGS && Math.abs(accepted - rejected) > Math.ulp(1.0); i++) {
            double middle = (accepted + rejected) / 2;
            if (Math.abs(statistic(k1, n1, k2, n2, middle)) <= z) {
                accepted = middle;
            } else {
                rejected = middle;
            }
        }
        return accepted;
    }
}
