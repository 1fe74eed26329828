package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.WilsonInterval;
import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * Records and refusals of one group, naive and design-weighted. Where records got into the export with unequal probabilities, the rate
 * weights each by its inverse probability and intervals rest on Kish's effective number of records; where all probabilities are equal,
 * both are the plain counts (REQUIREMENTS section 3, item 14).
 *
 * @param n             records
 * @param refused       refused among them
 * @param weight        sum of 1/p
 * @param weightSquared sum of 1/p²
 * @param weightedRefused sum of 1/p over the refused
 */
public record Tally(long n, long refused, double weight, double weightSquared, double weightedRefused) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Equal probabilities leave only rounding between weight² and n·weightSquared. */
    private static final double ROUNDING = 1e-9;

    /** All days between two, both included, together. */
    static Tally over(NavigableMap<LocalDate, Tally> daily, LocalDate from, LocalDate to) {
        return from.isAfter(to) ? NONE : daily.subMap(from, true, to, true).values().stream().reduce(NONE, Tally::plus);
    }

    public static Tally of(long n, long refused) {
        return new Tally(n, refused, n, n, refused);
    }

    public Tally plus(DailyCell cell) {
        return new Tally(n + cell.n(), refused + cell.refused(), weight + cell.weight(), weightSquared + cell.weightSquared(),
            weightedRefused + cell.weightedRefused());
    }

    public Tally plus(Tally other) {
        return new Tally(n + other.n, refused + other.refused, weight + other.weight, weightSquared + other.weightSquared,
            weightedRefused + other.weightedRefused);
    }

    /** Without a part of these records. */
    public Tally minus(Tally part) {
        return part.n == n ? NONE : new Tally(n - part.n, refused - part.refused, weight - part.weight, weightSquared - part.weightSquared,
            weightedRefused - part.weightedRefused);
    }

    public boolean isEmpty() {
        return n == 0;
    }

    public boolean equallyWeighted() {
        return Math.abs(weight * weight - n * weightSquared) <= ROUNDING * weight * weight;
    }

    /** Rate of the records as they are. */
    public double naiveRate() {
        return n == 0 ? Double.NaN : (double) refused / n;
    }

    /** Rate of the population that the records were drawn from. */
    public double rate() {
        if (n == 0) {
            return Double.NaN;
        }
        return equallyWeighted() ? naiveRate() : weightedRefused / weight;
    }

    /** Records that would carry as much evidence if drawn with equal probability (Kish 1965, section 11.7). */
    public double effectiveN() {
        return n == 0 ? 0 : weight * weight / weightSquared;
    }

    /** Effective number of records as a count, for formulas on counts. */
    public long trials() {
        return equallyWeighted() ? n : Math.max(1, Math.round(effectiveN()));
    }

    /** Refused among {@link #trials()}. */
    public long successes() {
        return equallyWeighted() ? refused : Math.min(trials(), Math.round(rate() * trials()));
    }

    public Interval interval(double confidence) {
        return WilsonInterval.of(successes(), trials(), confidence);
    }
}
