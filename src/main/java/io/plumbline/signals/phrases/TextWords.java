package io.plumbline.signals.phrases;

import io.plumbline.signals.scan.TermTable;
import io.plumbline.signals.scan.TextScan;

/** The tokens of a text as the numbers that a book gives to its words, with the way from each to the next known one. Scratch of one thread. */
final class TextWords {

    private final TermTable table;
    /** The number of a known word; of others how far away the next known one is, below zero. */
    private int[] words = new int[256];

    TextWords(TermTable table) {
        this.table = table;
    }

    /** Reads the tokens before {@code end}; those that {@code skipped} covers are unknown. */
    void read(TextScan scan, int end, TokenMask skipped) {
        if (words.length <= end) {
            words = new int[Math.max(end + 1, words.length * 2)];
        }
        int[] numbers = words;
        int unknown = 0;
        for (int t = 0; t < end; t++) {
            int number = table.get(scan.key(t));
            if (number != 0 && !skipped.covers(t)) {
                link(numbers, unknown, t);
                numbers[t] = number;
                unknown = t + 1;
            }
        }
        link(numbers, unknown, end);
        numbers[end] = 1;
    }

    private static void link(int[] numbers, int from, int to) {
        for (int t = from; t < to; t++) {
            numbers[t] = t - to;
        }
    }

    /** The number of the word at a token; 0 where it stands in no phrase. */
    int number(int token) {
        return Math.max(0, words[token]);
    }

    /** The next token that stands in any phrase; where there is none, the end of what was read. */
    int nextKnown(int token) {
        return token + 1 - Math.min(0, words[token + 1]);
    }
}
