package io.plumbline.stats.control;

import java.util.stream.IntStream;

/**
 * Tabular CUSUM: two running sums of standardised deviations beyond a reference value, one for each direction. Page (1954), "Continuous
 * inspection schemes", Biometrika 41; Montgomery (2013), section 9.1, eq. 9.2 and 9.3. The sums are not reset after a signal.
 *
 * @param upper sums against an upward shift, each at least 0
 * @param lower sums against a downward shift, each at most 0
 * @param decisionInterval h: a sum beyond it is a signal
 */
public record Cusum(double[] upper, double[] lower, double decisionInterval) {

    /**
     * @param z standardised values
     * @param reference k, half the shift to be found, in standard errors, at least 0
     * @param decisionInterval h in standard errors, above 0
     * @param headStart where both sums start (fast initial response: h/2), in [0, h)
     */
    public static Cusum of(double[] z, double reference, double decisionInterval, double headStart) {
        if (!(reference >= 0) || !(decisionInterval > 0) || !(headStart >= 0 && headStart < decisionInterval)) {
            throw new IllegalArgumentException("CUSUM needs k >= 0, h > 0 and a head start in [0, h), got " + reference + ", "
                + decisionInterval + " and " + headStart);
        }
        double[] upper = new double[z.length];
        double[] lower = new double[z.length];
        double up = headStart;
        double down = -headStart;
        for (int i = 0; i < z.length; i++) {
            up = Math.max(0, up + z[i] - reference);
            down = Math.min(0, down + z[i] + reference);
            upper[i] = up;
            lower[i] = down;
        }
        return new Cusum(upper, lower, decisionInterval);
    }

    /**
     * @param center baseline centre
     * @param deviation process deviation of one measurement
     * @param samples samples in order of time; each counts with its mean, standardised by its size
     */
    public static Cusum of(double center, double deviation, Subgroups samples, double reference, double decisionInterval,
        double headStart) {
        double[] z = samples.means();
        int[] sizes = samples.sizes();
        for (int i = 0; i < z.length; i++) {
            z[i] = (z[i] - center) / (deviation / Math.sqrt(sizes[i]));
        }
        return of(z, reference, decisionInterval, headStart);
    }

    /**
     * The same for a rate: each bucket's successes standardised by the binomial law at the baseline rate.
     *
     * @param rate baseline rate in (0, 1)
     * @param k successes per bucket
     * @param n trials per bucket, each at least 1
     */
    public static Cusum binomial(double rate, long[] k, long[] n, double reference, double decisionInterval, double headStart) {
        double[] p = Proportions.of(k, n);
        for (int i = 0; i < p.length; i++) {
            p[i] = (p[i] - rate) / Math.sqrt(rate * (1 - rate) / n[i]);
        }
        return of(p, reference, decisionInterval, headStart);
    }

    /** @return 0-based indices where the upper sum lies beyond h */
    public int[] signalsAbove() {
        return IntStream.range(0, upper.length).filter(i -> upper[i] > decisionInterval).toArray();
    }

    /** @return 0-based indices where the lower sum lies beyond -h */
    public int[] signalsBelow() {
        return IntStream.range(0, lower.length).filter(i -> lower[i] < -decisionInterval).toArray();
    }
}
