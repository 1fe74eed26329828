package io.plumbline.signals.form;

import io.plumbline.signals.scan.TextScan;
import java.util.Arrays;

/** Numbers the different words of a text in the order in which they come. Scratch of one thread. */
final class WordTypes {

    private long[] keys = new long[512];
    /** Above, the text that a slot was filled for; below, the number of its word. */
    private long[] slots = new long[512];
    private int text;
    private int[] typeOf = new int[256];
    private int[] counts = new int[256];
    private int types;
    private int tokens;

    void read(TextScan scan) {
        tokens = scan.tokens();
        types = 0;
        text++;
        if (typeOf.length < tokens) {
            typeOf = new int[Math.max(tokens, typeOf.length * 2)];
            counts = new int[typeOf.length];
        }
        if (keys.length < tokens * 2) {
            int size = Integer.highestOneBit(tokens * 2) << 1;
            keys = new long[size];
            slots = new long[size];
            text = 1;
        }
        for (int t = 0; t < tokens; t++) {
            int type = number(scan.key(t));
            typeOf[t] = type;
            counts[type]++;
        }
    }

    private int number(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (slots[slot] >>> 32 == text) {
            if (keys[slot] == key) {
                return (int) slots[slot];
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = (long) text << 32 | types;
        keys[slot] = key;
        counts[types] = 0;
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

    /** Whether each of so many words in a row stands elsewhere in the text too. */
    boolean comeAgain(int token, int many) {
        int fewest = Integer.MAX_VALUE;
        for (int t = token; t < token + many; t++) {
            fewest = Math.min(fewest, counts[typeOf[t]]);
        }
        return fewest > 1;
    }

    /** An array with room for a mark on each type. */
    int[] marks(int[] marks) {
        if (marks.length >= types) {
            return marks;
        }
        return Arrays.copyOf(marks, Math.max(types, marks.length * 2));
    }
}
