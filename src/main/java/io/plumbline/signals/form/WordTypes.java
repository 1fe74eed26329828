package io.plumbline.signals.form;

import io.plumbline.signals.scan.TextScan;
import java.util.Arrays;

/** Numbers the different words of a text in the order in which they come. Scratch of one thread. */
final class WordTypes {

    private long[] keys = new long[512];
    private int[] numbers = new int[512];
    private int[] stamps = new int[512];
    private int stamp;
    private int[] typeOf = new int[256];
    private int types;
    private int tokens;

    void read(TextScan scan) {
        tokens = scan.tokens();
        types = 0;
        stamp++;
        if (typeOf.length < tokens) {
            typeOf = new int[Math.max(tokens, typeOf.length * 2)];
        }
        if (keys.length < tokens * 2) {
            int size = Integer.highestOneBit(tokens * 2) << 1;
            keys = new long[size];
            numbers = new int[size];
            stamps = new int[size];
            stamp = 1;
        }
        for (int t = 0; t < tokens; t++) {
            typeOf[t] = number(scan.hash(t));
        }
    }

    private int number(long hash) {
        int mask = keys.length - 1;
        int slot = (int) hash & mask;
        while (stamps[slot] == stamp) {
            if (keys[slot] == hash) {
                return numbers[slot];
            }
            slot = slot + 1 & mask;
        }
        stamps[slot] = stamp;
        keys[slot] = hash;
        numbers[slot] = types;
        return types++;
    }

    int tokens() {
        return tokens;
    }

    int types() {
        return types;
    }

    /** Number of the word at a token. */
    int typeOf(int token) {
        return typeOf[token];
    }

    /** An array with room for a mark on each type. */
    int[] marks(int[] marks) {
        if (marks.length >= types) {
            return marks;
        }
        return Arrays.copyOf(marks, Math.max(types, marks.length * 2));
    }
}
