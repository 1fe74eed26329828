package io.plumbline.signals.scan;

import java.util.Arrays;

/**
 * The sentences of a scanned text as ranges of its tokens: cut at line breaks, after a full stop, question or exclamation mark that white
 * space follows, and after those of Chinese and Japanese; the number of a list item ends no sentence. Sentences without a token are none.
 */
public final class SentenceCut {

    private int[] firsts = new int[64];
    private int[] starts = new int[64];
    private int count;
    private boolean cut;
    private int decidedTo;
    private boolean open;

    void forget() {
        cut = false;
    }

    SentenceCut of(Traces traces) {
        if (!cut) {
            cut = true;
            count = 0;
            cut(traces);
        }
        return this;
    }

    /** Goes from stop to stop; the first one after a token that ends the sentence counts. */
    private void cut(Traces traces) {
        int tokens = traces.tokens;
        if (tokens > 0) {
            add(0, 0);
        }
        int[] bounds = traces.bounds;
        int token = -1;
        int decided = -1;
        decidedTo = -1;
        for (int i = 0; i < traces.stopCount; i++) {
            int at = traces.stops[i];
            while (token + 1 < tokens && bounds[2 * token + 2] < at) {
                token++;
            }
            if (token > decided && ends(traces, at, token + 1 < tokens ? bounds[2 * token + 2] : traces.length)) {
                decided = token;
                if (token + 1 < tokens && !isListNumber(traces, token)) {
                    add(token + 1, at + 1);
                }
            }
        }
        add(tokens, traces.length);
        count--;
    }

    private boolean ends(Traces traces, int at, int gapEnd) {
        char c = traces.chars[at];
        return c != '.' && c != '!' && c != '?' && c != '\u2026' || isOpen(traces, at + 1, gapEnd);
    }

    /**
     * Whether white space or the end follows, closing quotation marks and brackets apart. What was looked at once is not looked at again.
     */
    private boolean isOpen(Traces traces, int from, int to) {
        if (from < decidedTo) {
            return open;
        }
        int i = from;
        while (i < to && isClosing(traces.chars[i])) {
            i++;
        }
        decidedTo = i + 1;
        open = i < to ? Character.isWhitespace(traces.chars[i]) : to == traces.length;
        return open;
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_' || c == '\u201D' || c == '\u2019' || c == '\u00BB'
            || c == '.' || c == '!' || c == '?';
    }

    /** Whether the sentence so far is nothing but the number of a list item. */
    private boolean isListNumber(Traces traces, int token) {
        int start = traces.bounds[2 * token];
        int end = traces.bounds[2 * token + 1];
        if (firsts[count - 1] != token || end - start > 3) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(traces.chars[i])) {
                return false;
            }
        }
        return end < traces.length && traces.chars[end] == '.';
    }

    private void add(int token, int start) {
        if (count == firsts.length) {
            firsts = Arrays.copyOf(firsts, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        firsts[count] = token;
        starts[count++] = start;
    }

    public int count() {
        return count;
    }

    /** First token of a sentence. */
    public int firstToken(int sentence) {
        return firsts[sentence];
    }

    /** Token after the last one of a sentence. */
    public int endToken(int sentence) {
        return firsts[sentence + 1];
    }

    /** Where the sentence begins in the text, with what stands before its first token. */
    public int start(int sentence) {
        return starts[sentence];
    }

    /** Where the sentence ends in the text, exclusive. */
    public int end(int sentence) {
        return starts[sentence + 1];
    }
}
