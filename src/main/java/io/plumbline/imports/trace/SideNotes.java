package io.plumbline.imports.trace;

import io.plumbline.domain.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rows of a file say of calls in other rows: scores, and parts of a call that were sent later. Filled in a first passage and only read
 * in the second, then by several threads.
 */
final class SideNotes {

    private static final int MOST = 4_000_000;

    private final Map<String, List<Score>> scores = new HashMap<>();
    private final Map<String, List<Fields>> parts = new HashMap<>();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();
    private long[] calls = new long[64];
    private int callCount;
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
        if (callCount == calls.length) {
            calls = Arrays.copyOf(calls, callCount * 2);
        }
        calls[callCount] = hash(id);
        callCount++;
    }

    /** Ends the first passage. */
    void complete() {
        Arrays.sort(calls, 0, callCount);
    }

    /** There is a call in the file, whichever. */
    void anyCall() {
        anyCall = true;
    }

    boolean hasAnyCall() {
        return anyCall;
    }

    boolean hasCall(String id) {
        return Arrays.binarySearch(calls, 0, callCount, hash(id)) >= 0;
    }

    List<Fields> partsOf(String call) {
        return parts.getOrDefault(call, List.of()).stream().map(part -> new Fields(part.values())).toList();
    }

    List<Score> scoresOf(Exchange exchange) {
        List<Score> all = new ArrayList<>();
        for (String name : exchange.names()) {
            List<Score> found = scores.get(name);
            if (found != null) {
                all.addAll(found);
                joined.add(name);
            }
        }
        return all;
    }

    long scores() {
        return scores.values().stream().mapToLong(List::size).sum();
    }

    /** Scores whose call was met, as far as the second passage has come. */
    long joinedScores() {
        return joined.stream().mapToLong(name -> scores.get(name).size()).sum();
    }

    /** Ids are many and only asked for, so each is kept as 64 bits (FNV-1a). */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private void room() {
        size++;
        if (size > MOST) {
            throw new InputException("The file holds more than " + MOST + " scores and late parts of calls, which is more than can be joined at "
                + "once. Export it in several files.");
        }
    }
}
