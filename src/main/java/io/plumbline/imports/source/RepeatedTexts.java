package io.plumbline.imports.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives a short text that a column holds again and again (a category, a model) the same object each time. Columns whose texts turn out to
 * be different give up trying. Used by one thread.
 */
final class RepeatedTexts {

    private static final int PLACES = 64;
    private static final int LONGEST = 48;
    private static final int TRIALS = 64;

    private final byte[][] known = new byte[PLACES][];
    private final String[] texts = new String[PLACES];
    private int hits;
    private int misses;

    /** The text in these bytes, all of them ASCII. */
    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST || misses > TRIALS && misses > hits) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        int place = (bytes[from] * 31 + bytes[to - 1] * 7 + bytes[from + (length >> 1)] * 17 + length) & PLACES - 1;
        byte[] last = known[place];
        if (last != null && Arrays.equals(last, 0, last.length, bytes, from, to)) {
            hits++;
            return texts[place];
        }
        misses++;
        known[place] = Arrays.copyOfRange(bytes, from, to);
        texts[place] = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        return texts[place];
    }
}
