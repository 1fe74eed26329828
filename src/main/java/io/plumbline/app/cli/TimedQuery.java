package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The answer to a query and how long it took: the first time, in a process that has only just begun, and in the middle of three times, which
 * is what the next click in an open window costs and how other databases are timed.
 *
 * @param answer      the answer
 * @param firstMillis the first time
 * @param millis      median of three times
 */
record TimedQuery<T>(T answer, double firstMillis, double millis) {

    private static final int TIMES = 3;

    static <T> TimedQuery<T> of(Supplier<T> query) {
        double[] times = new double[TIMES];
        T answer = null;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            answer = query.get();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        return new TimedQuery<>(answer, first, times[TIMES / 2]);
    }

    void put(ObjectNode document) {
        document.put("queryMillis", millis).put("firstQueryMillis", firstMillis);
    }
}
