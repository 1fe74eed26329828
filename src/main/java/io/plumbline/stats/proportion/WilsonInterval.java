package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * Wilson's score interval of one proportion: the rates p that a two-sided z test does not reject. Good coverage from n of about 10 and
 * never outside [0, 1], which is why it stands beside every rate in the program.
 * Source: Wilson 1927, JASA 22:209; Newcombe 1998, Stat. Med. 17:857, methods 3 (plain) and 4 (continuity corrected).
 */
public final class WilsonInterval {

    private WilsonInterval() {
    }

    /**
     * @param successes count of successes, {@code 0 <= successes <= n}
     * @param n trials, at least 1
     * @param confidence two-sided level between 0 and 1
     * @return bounds in [0, 1]; exactly 0 for no success and exactly 1 for no failure
     * @throws IllegalArgumentException for counts or a level outside their range
     */
    public static Interval of(long successes, long n, double confidence) {
        Argument.counts(successes, n);
        return atZ(successes, n, StandardNormal.ofConfidence(confidence));
    }

    /** The same with Yates' continuity correction (Newcombe's method 4; R's {@code prop.test}); wider, conservative. */
    public static Interval continuityCorrected(long successes, long n, double confidence) {
        Argument.counts(successes, n);
        double z = StandardNormal.ofConfidence(confidence);
        double z2 = z * z;
        double p = (double) successes / n;
        double q = (double) (n - successes) / n;
        double denominator = 2 * (n + z2);
        double lower = successes == 0 ? 0
            : (2 * (double) successes + z2 - 1 - z * Math.sqrt(Math.max(0, z2 - 2 - 1.0 / n + 4 * p * (n * q + 1)))) / denominator;
        double upper = successes == n ? 1
            : (2 * (double) successes + z2 + 1 + z * Math.sqrt(Math.max(0, z2 + 2 - 1.0 / n + 4 * p * (n * q - 1)))) / denominator;
        return new Interval(Math.max(0, lower), Math.min(1, upper));
    }

    static Interval atZ(long successes, long n, double z) {
        double z2 = z * z;
        double centre = successes + z2 / 2;
        double half = z * Math.sqrt((double) successes / n * (n - successes) + z2 / 4);
        double lower = successes == 0 ? 0 : (centre - half) / (n + z2);
        double upper = successes == n ? 1 : (centre + half) / (n + z2);
        return new Interval(Math.max(0, lower), Math.min(1, upper));
    }
}
