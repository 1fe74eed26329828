package io.plumbline.signals.scan;

import java.util.Map;

/** A fixed set of tokens, each with a number above zero; looked up by hash without making a String. Immutable. */
public final class TermTable {

    private final long[] keys;
    private final int[] values;
    private final int mask;
    private final int size;

    /** Numbers must be above zero, since zero means "not in the table". */
    public TermTable(Map<String, Integer> terms) {
        int capacity = Integer.highestOneBit(Math.max(8, terms.size() * 3) - 1) << 1;
        keys = new long[capacity];
        values = new int[capacity];
        mask = capacity - 1;
        size = terms.size();
        terms.forEach((term, value) -> put(TermHash.of(term), value));
    }

    private void put(long hash, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("a term's number must be above zero: " + value);
        }
        int slot = (int) hash & mask;
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & mask;
        }
        keys[slot] = hash;
        values[slot] = value;
    }

    /** The number of the token with this hash; 0 if it is not in the table. */
    public int get(long hash) {
        int slot = (int) hash & mask;
        while (true) {
            long key = keys[slot];
            if (key == hash) {
                return values[slot];
            }
            if (key == 0) {
                return 0;
            }
            slot = slot + 1 & mask;
        }
    }

    public int size() {
        return size;
    }
}
