package io.plumbline.imports.trace;

import io.plumbline.domain.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rows of a file say of calls in other rows: scores, and parts of a call that were sent later. Filled in a first passage and only read
 * in the second, then by several threads.
 */
final class SideNotes {

    private static final int MOST = 4_000_000;

    private final Map<String, List<Score>> scores = new HashMap<>();
    private final Map<String, List<Fields>> parts = new HashMap<>();
    private final Set<String> calls = new HashSet<>();
    private boolean anyCall;
    private int size;

    void score(String call, Score score) {
        if (!call.isEmpty()) {
            room();
            scores.computeIfAbsent(call, key -> new ArrayList<>(1)).add(score);
        }
    }

    void part(String call, Fields part) {
        if (!call.isEmpty()) {
            room();
            parts.computeIfAbsent(call, key -> new ArrayList<>(1)).add(part);
        }
    }

    /** There is a call of this id in the file. */
    void call(String id) {
        room();
        calls.add(id);
    }

    /** There is a call in the file, whichever. */
    void anyCall() {
        anyCall = true;
    }

    boolean hasAnyCall() {
        return anyCall;
    }

    boolean hasCall(String id) {
        return calls.contains(id);
    }

    List<Fields> partsOf(String call) {
        return parts.getOrDefault(call, List.of());
    }

    List<Score> scoresOf(Exchange exchange) {
        List<Score> all = new ArrayList<>();
        exchange.names().forEach(name -> all.addAll(scores.getOrDefault(name, List.of())));
        return all;
    }

    private void room() {
        size++;
        if (size > MOST) {
            throw new InputException("The file holds more than " + MOST + " scores and late parts of calls, which is more than can be joined at "
                + "once. Export it in several files.");
        }
    }
}
