package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The answer to a query and how long it took, from the question to all numbers of the answer.
 *
 * @param answer       the answer
 * @param millis       of the query whose answer this is: the only one that a user of this process waits for
 * @param repeatMillis median of three more times, for comparison with databases that are timed in a process that has been running for a
 *                     while; about what the next click in an open window costs
 */
record TimedQuery<T>(T answer, double millis, double repeatMillis) {

    private static final int TIMES = 3;

    static <T> TimedQuery<T> of(Supplier<T> query) {
        long first = System.nanoTime();
        T answer = query.get();
        double millis = (System.nanoTime() - first) / 1e6;
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            query.get();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new TimedQuery<>(answer, millis, times[TIMES / 2]);
    }

    void put(ObjectNode document) {
        document.put("queryMillis", millis).put("repeatMillis", repeatMillis);
    }
}
