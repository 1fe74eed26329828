package io.plumbline.incidents.evidence;

import io.plumbline.stats.Interval;

/**
 * One number behind a piece of evidence, with what a reader needs to trust it.
 *
 * @param name   what it is
 * @param value  as printed
 * @param n      how many records it rests on
 * @param spread its interval as printed; empty where the number is a plain count
 * @param window the days it is about
 */
public record Figure(String name, String value, long n, String spread, String window) {

    /** The share of refusals in a tally. */
    public static Figure refusal(String name, Tally tally, double confidence, Period window) {
        return new Figure(name, Shown.percent(tally.refusal()), tally.n(),
            tally.n() == 0 ? "" : Shown.percent(tally.refusalInterval(confidence)), window.label());
    }

    /** A count. */
    public static Figure count(String name, long n, Period window) {
        return new Figure(name, Shown.count(n), n, "", window.label());
    }

    /** A difference in percentage points with its interval. */
    public static Figure points(String name, double difference, Interval interval, long n, Period window) {
        return new Figure(name, Shown.points(difference) + " points", n,
            Shown.points(interval.lower()) + "…" + Shown.points(interval.upper()), window.label());
    }

    /** A number that carries no interval. */
    public static Figure plain(String name, String value, long n, Period window) {
        return new Figure(name, value, n, "", window.label());
    }
}
