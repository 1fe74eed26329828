package io.plumbline.signals.refusal;

import io.plumbline.signals.phrases.TokenMask;
import io.plumbline.signals.scan.Hint;
import io.plumbline.signals.scan.TextScan;

/**
 * Covers what the model does not say itself: code, quoted lines, quotations of some length. Where almost everything would be covered, the
 * whole answer stands in quotation marks, and these do not count.
 */
final class SpokenMask {

    private static final int SHORTEST_QUOTATION = 8;
    private static final int WHOLE_ANSWER = 5;

    private final TokenMask mask = new TokenMask();
    private int next;

    TokenMask of(TextScan scan) {
        mask.clear();
        boolean code = scan.has(Hint.BACKTICK);
        boolean lines = scan.has(Hint.QUOTED_LINE);
        if (code) {
            code(scan);
        }
        if (lines) {
            quotedLines(scan);
        }
        int covered = mask.size();
        if (scan.has(Hint.QUOTATION_MARK)) {
            quotations(scan);
            if ((scan.tokens() - mask.size()) * WHOLE_ANSWER < scan.tokens() - covered) {
                mask.clear();
                if (code) {
                    code(scan);
                }
                if (lines) {
                    quotedLines(scan);
                }
            }
        }
        return mask;
    }

    private void code(TextScan scan) {
        next = 0;
        int length = scan.length();
        int i = 0;
        while (i < length) {
            if (scan.charAt(i) != '`') {
                i++;
            } else if (isFence(scan, i)) {
                int end = i + 3;
                while (end < length && !isFence(scan, end)) {
                    end++;
                }
                cover(scan, i, Math.min(length, end + 3));
                i = end + 3;
            } else {
                int end = i + 1;
                while (end < length && scan.charAt(end) != '`' && scan.charAt(end) != '\n') {
                    end++;
                }
                if (end < length && scan.charAt(end) == '`') {
                    cover(scan, i, end);
                }
                i = end + 1;
            }
        }
    }

    private static boolean isFence(TextScan scan, int at) {
        return at + 2 < scan.length() && scan.charAt(at) == '`' && scan.charAt(at + 1) == '`' && scan.charAt(at + 2) == '`';
    }

    private void quotedLines(TextScan scan) {
        next = 0;
        int length = scan.length();
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && scan.charAt(end) != '\n') {
                end++;
            }
            if (scan.charAt(start) == '>') {
                cover(scan, start, end);
            }
            start = end + 1;
        }
    }

    /** Double quotation marks that open and close within a paragraph. */
    private void quotations(TextScan scan) {
        next = 0;
        int open = -1;
        int length = scan.length();
        for (int i = 0; i < length; i++) {
            char c = scan.charAt(i);
            if (c == '\n' && i + 1 < length && scan.charAt(i + 1) == '\n') {
                open = -1;
            } else if (open < 0 && opens(c)) {
                open = i;
            } else if (open >= 0 && closes(c)) {
                if (i - open >= SHORTEST_QUOTATION || c >= 0x3000) {
                    cover(scan, open, i);
                }
                open = -1;
            }
        }
    }

    private static boolean opens(char c) {
        return c == '"' || c == '\u201C' || c == '\u00AB' || c == '\u201E' || c == '\u300C' || c == '\u300E';
    }

    private static boolean closes(char c) {
        return c == '"' || c == '\u201D' || c == '\u00BB' || c == '\u201C' || c == '\u300D' || c == '\u300F';
    }

    /** Covers the tokens that begin in this range of characters; ranges come in ascending order. */
    private void cover(TextScan scan, int from, int to) {
        while (next < scan.tokens() && scan.start(next) < from) {
            next++;
        }
        int first = next;
        while (next < scan.tokens() && scan.start(next) < to) {
            next++;
        }
        mask.cover(first, next);
    }
}
