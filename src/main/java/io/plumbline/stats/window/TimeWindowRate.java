package io.plumbline.stats.window;

import java.util.ArrayDeque;
import java.util.Deque;

/** Rate of an event among the records of the last stretch of time, open at its start and closed at its end: (t - length, t]. */
public final class TimeWindowRate {

    private record Arrival(long time, boolean event) {
    }

    private final long length;
    private final Deque<Arrival> window = new ArrayDeque<>();
    private long events;

    /** @param length length of the window in the unit of the times, above 0 */
    public TimeWindowRate(long length) {
        if (length < 1) {
            throw new IllegalArgumentException("A window of time is longer than 0, not " + length);
        }
        this.length = length;
    }

    /**
     * @param time time of the record, not before the one before
     * @param event whether the event happened
     */
    public void add(long time, boolean event) {
        if (!window.isEmpty() && time < window.getLast().time()) {
            throw new IllegalArgumentException("Records must come in order of time, " + time + " came after " + window.getLast().time());
        }
        window.addLast(new Arrival(time, event));
        events += event ? 1 : 0;
        while (window.getFirst().time() <= time - length) {
            events -= window.removeFirst().event() ? 1 : 0;
        }
    }

    /** @return records in the window */
    public long count() {
        return window.size();
    }

    /** @return share of records with the event; NaN without records */
    public double rate() {
        return window.isEmpty() ? Double.NaN : (double) events / window.size();
    }
}
