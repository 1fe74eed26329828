package io.plumbline.store;

import io.plumbline.keys.VerifyingKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks signatures on all processors. It says only whether all of them fit: which is the first that does not is asked line by line
 * afterwards, in the rare case that one is wrong.
 */
final class SignaturesAtOnce {

    private static final int BATCH = 1_024;

    private final List<Waiting> waiting = new ArrayList<>();
    private boolean allFit = true;

    /** Takes a signature in; the answer comes with {@link #allFit()}. */
    boolean later(VerifyingKey key, SignedLine line) {
        waiting.add(new Waiting(key, line.message(), line.signature()));
        if (waiting.size() >= BATCH) {
            check();
        }
        return true;
    }

    boolean allFit() {
        check();
        return allFit;
    }

    private void check() {
        allFit = allFit && waiting.parallelStream().allMatch(one -> one.key().verifies(one.message(), one.signature()));
        waiting.clear();
    }

    private record Waiting(VerifyingKey key, byte[] message, byte[] signature) {
    }
}
