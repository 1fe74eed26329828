package io.plumbline.signals.scan;

import java.util.Arrays;

/**
 * One pass over a text, which every detector then works on: where the tokens are, a hash of each in lower case, what kinds of characters
 * there are, and cheap hints at what may be found. A token is a run of letters, marks and digits with apostrophes inside; Han and kana
 * characters are tokens of their own. The object is scratch space of one thread: {@link #scan} overwrites what it held before, and nothing
 * it gives out survives the next call.
 */
public final class TextScan {

    private static final int LONG_TOKEN = 20;
    private static final int LONGEST_TOKEN = 2048;
    private static final int NEXT_TO_INDIVIDUAL_DIGITS = 2;

    private String text = "";
    private char[] chars = new char[1024];
    private int length;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private long[] hashes = new long[256];
    private int tokens;
    private int hints;
    private int digits;
    private int capitals;
    private int spaces;
    private int lines;
    private int nonAscii;
    private int ideographs;
    private int kana;
    private int longestNumber;
    private int numberDigits;
    private int numberEnd;
    private final ScriptCounts scripts = new ScriptCounts();
    private final SentenceCut sentences = new SentenceCut();

    /** Reads a text; the scan then describes it until the next call. */
    public TextScan scan(String source) {
        text = source;
        length = source.length();
        if (chars.length < length) {
            chars = new char[Math.max(length, chars.length * 2)];
        }
        source.getChars(0, length, chars, 0);
        tokens = 0;
        hints = 0;
        digits = 0;
        capitals = 0;
        spaces = 0;
        lines = 0;
        nonAscii = 0;
        ideographs = 0;
        kana = 0;
        longestNumber = 0;
        numberDigits = 0;
        numberEnd = -NEXT_TO_INDIVIDUAL_DIGITS - 1;
        scripts.clear();
        sentences.forget();
        pass();
        return this;
    }

    private void pass() {
        char[] c = chars;
        int[] ascii = Characters.ascii();
        int n = length;
        int i = 0;
        int blank = 0;
        while (i < n) {
            char at = c[i];
            if (at >= 128) {
                i = beyondAscii(i);
                continue;
            }
            int info = ascii[at];
            if (info < 0) {
                i = word(i, info);
            } else {
                int kind = Characters.kind(info);
                if (kind == Characters.SPACE) {
                    blank++;
                    lines += at == '\n' ? 1 : 0;
                } else if (kind == Characters.TELLING) {
                    telling(at, i);
                }
                i++;
            }
        }
        spaces += blank;
    }

    /** A token from here on, cut where it would be longer than any word; returns where it ends. */
    private int word(int start, int firstInfo) {
        char[] c = chars;
        int[] ascii = Characters.ascii();
        int n = Math.min(length, start + LONGEST_TOKEN);
        int i = start;
        int info = firstInfo;
        long hash = TermHash.START;
        int counted = 0;
        while (true) {
            hash = (hash ^ info & 0x7F) * TermHash.FACTOR;
            counted += info & Characters.COUNTED;
            i++;
            if (i >= n) {
                break;
            }
            char at = c[i];
            if (at >= 128) {
                return mixedWord(start, i, hash, Characters.digits(counted), Characters.capitals(counted));
            }
            info = ascii[at];
            if (info >= 0) {
                if (at != '\'' || i + 1 >= n || !isLetter(c[i + 1])) {
                    break;
                }
                info = '\'';
            }
        }
        digits += Characters.digits(counted);
        capitals += Characters.capitals(counted);
        addToken(start, i, hash, Characters.digits(counted));
        return i;
    }

    private int mixedWord(int start, int from, long begun, int digitsBefore, int capitalsBefore) {
        int i = from;
        int n = Math.min(length, start + LONGEST_TOKEN);
        long hash = begun;
        int counted = digitsBefore;
        capitals += capitalsBefore;
        boolean latin = from > start && digitsBefore < from - start;
        boolean other = false;
        while (i < n) {
            int at = Character.codePointAt(chars, i, length);
            if (at < 128) {
                if (Characters.ascii()[at] < 0) {
                    boolean digit = at <= '9';
                    latin |= !digit;
                    counted += digit ? 1 : 0;
                    capitals += at >= 'A' && at <= 'Z' ? 1 : 0;
                } else if (at != '\'' || i + 1 >= length || !isLetter(chars[i + 1])) {
                    break;
                }
            } else if ((at == 0x2019 || at == 0x02BC) && i > start && i + 1 < length && isLetter(chars[i + 1])) {
                note(at);
            } else if (Characters.isWordPart(at)) {
                note(at);
                capitals += Character.isUpperCase(at) ? 1 : 0;
                counted += Character.isDigit(at) ? 1 : 0;
                other |= at >= 0x370 && at < 0x590;
                latin |= at < 0x250;
            } else if (Characters.isInvisible(at) && i > start && i + 1 < length && isLetter(chars[i + 1])) {
                note(at);
            } else {
                break;
            }
            for (int end = i + Character.charCount(at); i < end; i++) {
                hash = TermHash.add(hash, folded(chars[i]));
            }
        }
        if (latin && other) {
            hints |= Hint.MIXED_SCRIPTS.bit();
        }
        digits += counted;
        addToken(start, i, hash, counted);
        return i;
    }

    private int beyondAscii(int start) {
        int at = Character.codePointAt(chars, start, length);
        int next = start + Character.charCount(at);
        if (Characters.standsAlone(at)) {
            note(at);
            ideographs++;
            kana += at < 0x3100 ? 1 : 0;
            long hash = TermHash.START;
            for (int i = start; i < next; i++) {
                hash = TermHash.add(hash, chars[i]);
            }
            addToken(start, next, hash, 0);
            return next;
        }
        if (Characters.isWordPart(at)) {
            return mixedWord(start, start, TermHash.START, 0, 0);
        }
        note(at);
        if (Characters.isQuotationMark(at)) {
            hints |= Hint.QUOTATION_MARK.bit();
        }
        spaces += at == 0x3000 || at == 0x00A0 ? 1 : 0;
        return next;
    }

    private void note(int at) {
        nonAscii++;
        hints |= Hint.NON_ASCII.bit();
        if (Characters.isInvisible(at)) {
            hints |= Hint.INVISIBLE.bit();
        } else {
            scripts.add(at);
        }
    }

    private void telling(char at, int i) {
        switch (at) {
            case '@' -> hints |= Hint.AT_SIGN.bit();
            case '"' -> hints |= Hint.QUOTATION_MARK.bit();
            case '`' -> hints |= Hint.BACKTICK.bit();
            case '/' -> {
                if (i >= 2 && chars[i - 1] == '/' && chars[i - 2] == ':') {
                    hints |= Hint.WEB_ADDRESS.bit();
                }
            }
            case '>' -> hints |= Hint.MARKUP.bit() | (i == 0 || chars[i - 1] == '\n' ? Hint.QUOTED_LINE.bit() : 0);
            default -> hints |= Hint.MARKUP.bit();
        }
    }

    private void addToken(int start, int end, long hash, int digitsInside) {
        int t = tokens;
        if (t == starts.length) {
            grow();
        }
        starts[t] = start;
        ends[t] = end;
        hashes[t] = TermHash.finished(hash);
        tokens = t + 1;
        if (digitsInside > 0) {
            number(start, end, digitsInside);
        }
        int size = end - start;
        if (size >= LONG_TOKEN) {
            hints |= Hint.LONG_TOKEN.bit();
        } else if (size == 3 && chars[start] == 'w' && chars[start + 1] == 'w' && chars[start + 2] == 'w') {
            hints |= Hint.WEB_ADDRESS.bit();
        }
    }

    /** Digits that stand in one number as people group them: at most two characters between the groups. */
    private void number(int start, int end, int found) {
        numberDigits = start - numberEnd <= NEXT_TO_INDIVIDUAL_DIGITS ? numberDigits + found : found;
        numberEnd = end;
        longestNumber = Math.max(longestNumber, numberDigits);
    }

    private void grow() {
        int size = starts.length * 2;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        hashes = Arrays.copyOf(hashes, size);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 128 && Character.isLetter(c);
    }

    /** A character as hashes see it: lower case, apostrophes straight. */
    static char folded(char c) {
        if (c < 128) {
            return Characters.lower(c);
        }
        return c == 0x2019 || c == 0x02BC ? '\'' : Character.toLowerCase(c);
    }

    public String text() {
        return text;
    }

    /** Length in UTF-16 units, as spans count. */
    public int length() {
        return length;
    }

    public char charAt(int index) {
        return chars[index];
    }

    /** Number of tokens. */
    public int tokens() {
        return tokens;
    }

    /** Where a token begins in the text. */
    public int start(int token) {
        return starts[token];
    }

    /** Where a token ends in the text, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    /** Hash of a token in lower case, equal to {@link TermHash#of} of it. */
    public long hash(int token) {
        return hashes[token];
    }

    public boolean has(Hint hint) {
        return (hints & hint.bit()) != 0;
    }

    public int digits() {
        return digits;
    }

    public int capitals() {
        return capitals;
    }

    public int whiteSpace() {
        return spaces;
    }

    /** Line feeds. */
    public int lineFeeds() {
        return lines;
    }

    /** Code points beyond ASCII. */
    public int nonAscii() {
        return nonAscii;
    }

    /** Han and kana characters, which are tokens of their own. */
    public int ideographs() {
        return ideographs;
    }

    public int kana() {
        return kana;
    }

    /** Letters beyond ASCII by script. */
    public ScriptCounts scripts() {
        return scripts;
    }

    /** Most digits in one number, groups with at most one character between them taken together. */
    public int longestNumber() {
        return longestNumber;
    }

    /** The sentences, cut when first asked for. */
    public SentenceCut sentences() {
        return sentences.of(this);
    }
}
