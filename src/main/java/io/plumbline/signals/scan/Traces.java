package io.plumbline.signals.scan;

import java.util.Arrays;

/** What a pass over a text leaves behind, in arrays that are used again. Scratch of one thread. */
final class Traces {

    static final int LONG_TOKEN = 20;
    static final int LONGEST_TOKEN = 2048;
    private static final int NEXT_TO_INDIVIDUAL_DIGITS = 2;

    char[] chars = new char[1024];
    int length;
    /** Where tokens begin and, one place further, end. */
    int[] bounds = new int[512];
    long[] keys = new long[256];
    int tokens;
    int hints;
    int digits;
    int capitals;
    int spaces;
    int lines;
    int nonAscii;
    int ideographs;
    int kana;
    int longestNumber;
    private int numberDigits;
    private int numberEnd;
    /** Where a sentence may end: stops, marks and line feeds, in order. */
    int[] stops = new int[64];
    int stopCount;
    final ScriptCounts scripts = new ScriptCounts();

    void begin(String text) {
        length = text.length();
        if (chars.length < length) {
            chars = new char[Math.max(length, chars.length * 2)];
        }
        text.getChars(0, length, chars, 0);
        forget();
    }

    void forget() {
        tokens = 0;
        hints = 0;
        digits = 0;
        capitals = 0;
        spaces = 0;
        lines = 0;
        if (nonAscii > 0) {
            scripts.clear();
        }
        nonAscii = 0;
        ideographs = 0;
        kana = 0;
        longestNumber = 0;
        numberDigits = 0;
        numberEnd = -NEXT_TO_INDIVIDUAL_DIGITS - 1;
        stopCount = 0;
    }

    void addToken(int start, int end, long key) {
        int t = tokens;
        room(t + 1);
        bounds[2 * t] = start;
        bounds[2 * t + 1] = end;
        keys[t] = key;
        tokens = t + 1;
    }

    /** Makes room for so many tokens. */
    void room(int most) {
        if (keys.length < most) {
            int size = Math.max(most, keys.length * 2);
            keys = Arrays.copyOf(keys, size);
            bounds = Arrays.copyOf(bounds, size * 2);
        }
    }

    void addStop(int at) {
        if (stopCount == stops.length) {
            stops = Arrays.copyOf(stops, stopCount * 2);
        }
        stops[stopCount++] = at;
    }

    /** Digits that stand in one number as people group them: at most two characters between the groups. */
    void number(int start, int end, int found) {
        numberDigits = start - numberEnd <= NEXT_TO_INDIVIDUAL_DIGITS ? numberDigits + found : found;
        numberEnd = end;
        longestNumber = Math.max(longestNumber, numberDigits);
    }

    /** A character of ASCII that is no part of a word and no blank. */
    void mark(char at, int i) {
        switch (at) {
            case '.', '!', '?' -> addStop(i);
            case '\n' -> {
                addStop(i);
                lines++;
                spaces++;
            }
            case '\t', '\u000b', '\f', '\r' -> spaces++;
            case '@' -> hints |= Hint.AT_SIGN.bit();
            case '"' -> hints |= Hint.QUOTATION_MARK.bit();
            case '`' -> hints |= Hint.BACKTICK.bit();
            case '/' -> {
                if (i >= 2 && chars[i - 1] == '/' && chars[i - 2] == ':') {
                    hints |= Hint.WEB_ADDRESS.bit();
                }
            }
            case '>' -> hints |= Hint.MARKUP.bit() | (i == 0 || chars[i - 1] == '\n' ? Hint.QUOTED_LINE.bit() : 0);
            case '<', '|', '=', '#', '*' -> hints |= Hint.MARKUP.bit();
            default -> { }
        }
    }

    /** What the length of a token or the token itself is a hint at. */
    void hint(int start, int end) {
        int size = end - start;
        if (size >= LONG_TOKEN) {
            hints |= Hint.LONG_TOKEN.bit();
        } else if (size == 3 && chars[start] == 'w' && chars[start + 1] == 'w' && chars[start + 2] == 'w') {
            hints |= Hint.WEB_ADDRESS.bit();
        }
    }
}
