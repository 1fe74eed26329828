package io.plumbline.signals.form;

/** A set of numbers that is emptied without touching its memory. Scratch of one thread. */
final class SequenceSet {

    private long[] keys = new long[512];
    private int[] stamps = new int[512];
    private int stamp;

    void clear(int expected) {
        stamp++;
        if (keys.length < expected * 2) {
            int size = Integer.highestOneBit(expected * 2) << 1;
            keys = new long[size];
            stamps = new int[size];
            stamp = 1;
        }
    }

    /** Whether it was not there yet. */
    boolean add(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (stamps[slot] == stamp) {
            if (keys[slot] == key) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        stamps[slot] = stamp;
        keys[slot] = key;
        return true;
    }
}
