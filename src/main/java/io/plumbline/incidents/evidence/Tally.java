package io.plumbline.incidents.evidence;

import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.WilsonInterval;

/** How many of some responses to harmful prompts complied. Exact counts; every share that is printed is derived from one of these. */
public record Tally(long complied, long n) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (complied < 0 || complied > n) {
            throw new IllegalArgumentException(complied + " of " + n);
        }
    }

    public Tally plus(Tally other) {
        return new Tally(complied + other.complied, n + other.n);
    }

    public Tally minus(Tally other) {
        return new Tally(complied - other.complied, n - other.n);
    }

    public long refused() {
        return n - complied;
    }

    /** Share complied; NaN where there is nothing. */
    public double share() {
        return n == 0 ? Double.NaN : (double) complied / n;
    }

    /** Share refused; NaN where there is nothing. */
    public double refusal() {
        return n == 0 ? Double.NaN : (double) refused() / n;
    }

    public Interval shareInterval(double confidence) {
        return WilsonInterval.of(complied, n, confidence);
    }

    public Interval refusalInterval(double confidence) {
        return WilsonInterval.of(refused(), n, confidence);
    }
}
