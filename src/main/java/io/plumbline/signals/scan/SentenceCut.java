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

    void forget() {
        cut = false;
    }

    SentenceCut of(TextScan scan) {
        if (!cut) {
            cut = true;
            count = 0;
            cut(scan);
        }
        return this;
    }

    private void cut(TextScan scan) {
        int tokens = scan.tokens();
        boolean open = false;
        int from = 0;
        for (int t = 0; t < tokens; t++) {
            if (!open) {
                add(t, from);
                open = true;
            }
            int gapEnd = t + 1 < tokens ? scan.start(t + 1) : scan.length();
            int stop = stop(scan, scan.end(t), gapEnd);
            if (stop >= 0 && !isListNumber(scan, t)) {
                open = false;
                from = stop;
            }
        }
        add(tokens, scan.length());
        count--;
    }

    /** Where the sentence ends in the gap after a token, or −1 where it goes on. */
    private static int stop(TextScan scan, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = scan.charAt(i);
            if (c == '\n' || c == '\u3002' || c == '\uFF01' || c == '\uFF1F') {
                return i + 1;
            }
            if ((c == '.' || c == '!' || c == '?' || c == '\u2026') && isOpen(scan, i + 1, to)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether white space or the end follows, closing quotation marks and brackets apart. */
    private static boolean isOpen(TextScan scan, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = scan.charAt(i);
            if (Character.isWhitespace(c)) {
                return true;
            }
            if (c != '"' && c != '\'' && c != ')' && c != ']' && c != '*' && c != '_' && c != '\u201D' && c != '\u2019' && c != '\u00BB'
                && c != '.' && c != '!' && c != '?') {
                return false;
            }
        }
        return to == scan.length();
    }

    /** Whether the sentence so far is nothing but the number of a list item. */
    private boolean isListNumber(TextScan scan, int token) {
        if (firsts[count - 1] != token || scan.end(token) - scan.start(token) > 3) {
            return false;
        }
        for (int i = scan.start(token); i < scan.end(token); i++) {
            if (!Character.isDigit(scan.charAt(i))) {
                return false;
            }
        }
        return scan.end(token) < scan.length() && scan.charAt(scan.end(token)) == '.';
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
