package io.plumbline.signals.trigger;

import java.util.Arrays;

/**
 * Counts n-grams of complied and refused prompts in bounded memory: when the table is full, the rarest are dropped, which a later pass
 * over the few that matter makes good. An n-gram in more prompts than the sum of all floors so far is never lost (lossy counting, Manku
 * &amp; Motwani 2002, VLDB, section 4.2).
 */
final class NGramTally {

    private final int most;
    private final long[] keys;
    private final int[] counts;
    private final int[] complied;
    private int size;
    private int lost;

    /** @param most n-grams held at a time; 16 bytes for each place of a table at most half full */
    NGramTally(int most) {
        this.most = most;
        int places = Integer.highestOneBit(most) * 4;
        keys = new long[places];
        counts = new int[places];
        complied = new int[places];
    }

    void add(long key, boolean compliedWith) {
        int at = place(key);
        if (counts[at] == 0) {
            if (size >= most) {
                drop();
                at = place(key);
            }
            keys[at] = key;
            size++;
        }
        counts[at]++;
        complied[at] += compliedWith ? 1 : 0;
    }

    int count(long key) {
        return counts[place(key)];
    }

    int size() {
        return size;
    }

    /** Prompts by which a count can be too small, because the n-gram was dropped before. */
    int lost() {
        return lost;
    }

    void each(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                visitor.visit(keys[i], counts[i], complied[i]);
            }
        }
    }

    /** What looks at each n-gram. */
    @FunctionalInterface
    interface Visitor {
        void visit(long key, int prompts, int complied);
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) (Atoms.mix(key) & mask);
        while (counts[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Drops the rarest until at least half of the table is free. */
    private void drop() {
        int floor = 0;
        int kept = size;
        while (kept > most / 2) {
            floor++;
            int above = 0;
            for (int count : counts) {
                above += count > floor ? 1 : 0;
            }
            kept = above;
        }
        long[] oldKeys = keys.clone();
        int[] oldCounts = counts.clone();
        int[] oldComplied = complied.clone();
        Arrays.fill(counts, 0);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > floor) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
                complied[at] = oldComplied[i];
            }
        }
        size = kept;
        lost += floor;
    }
}
