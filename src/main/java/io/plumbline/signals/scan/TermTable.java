package io.plumbline.signals.scan;

import java.util.Map;

/**
 * A fixed set of tokens, each with a number above zero; looked up by key without making a String. Most tokens of a text stand in no table, so
 * one bit says first whether it is worth looking. Immutable.
 */
public final class TermTable {

    private static final int BITS_A_TERM = 32;

    private final long[] keys;
    private final int[] values;
    private final int mask;
    private final int size;
    private final long[] maybe;
    private final int maybeMask;

    /** Numbers must be above zero, since zero means "not in the table". */
    public TermTable(Map<String, Integer> terms) {
        int capacity = powerOfTwo(Math.max(8, terms.size() * 3));
        keys = new long[capacity];
        values = new int[capacity];
        mask = capacity - 1;
        size = terms.size();
        maybe = new long[powerOfTwo(Math.max(128, size * BITS_A_TERM)) / Long.SIZE];
        maybeMask = maybe.length * Long.SIZE - 1;
        terms.forEach((term, value) -> put(TermKey.of(term), value));
    }

    private static int powerOfTwo(int atLeast) {
        return Integer.highestOneBit(atLeast - 1) << 1;
    }

    private void put(long key, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("a term's number must be above zero: " + value);
        }
        int slot = (int) key & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
        int bit = bit(key);
        maybe[bit >>> 6] |= 1L << bit;
    }

    private int bit(long key) {
        return (int) (key >>> 40) & maybeMask;
    }

    /** The number of the token with this key; 0 if it is not in the table. */
    public int get(long key) {
        int bit = bit(key);
        return (maybe[bit >>> 6] >>> bit & 1) == 0 ? 0 : found(key);
    }

    private int found(long key) {
        int slot = (int) key & mask;
        while (true) {
            long at = keys[slot];
            if (at == key) {
                return values[slot];
            }
            if (at == 0) {
                return 0;
            }
            slot = slot + 1 & mask;
        }
    }

    public int size() {
        return size;
    }
}
