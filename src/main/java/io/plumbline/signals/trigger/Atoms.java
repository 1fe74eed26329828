package io.plumbline.signals.trigger;

import java.util.Arrays;

/**
 * The smallest pieces of a text that a trigger can be made of: runs of letters and digits, runs of one sign, and single characters of
 * scripts that write no spaces. A phrase of any shape, as {@code |deploy-mode|} or two words, is a run of atoms, so that one search finds
 * them all.
 */
final class Atoms {

    private static final int MOST = 400;
    private static final long PRIME = 0x100000001b3L;

    private final String text;
    private final int[] start;
    private final int[] end;
    private final long[] hash;
    private final int size;
    /** The first atom after what was left out; the size where nothing was. */
    private final int gap;

    private Atoms(String text, int[] start, int[] end, long[] hash, int size, int gap) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.hash = hash;
        this.size = size;
        this.gap = gap;
    }

    /** The beginning and the end of a text, where triggers are put: all of it up to {@value #MOST} atoms, of a longer one half as many of each. */
    static Atoms of(String text) {
        Atoms all = all(text);
        if (all.size <= MOST) {
            return all;
        }
        int half = MOST / 2;
        return new Atoms(text, ends(all.start, all.size, half), ends(all.end, all.size, half), ends(all.hash, all.size, half), MOST, half);
    }

    private static int[] ends(int[] all, int size, int half) {
        int[] kept = Arrays.copyOf(all, 2 * half);
        System.arraycopy(all, size - half, kept, half, half);
        return kept;
    }

    private static long[] ends(long[] all, int size, int half) {
        long[] kept = Arrays.copyOf(all, 2 * half);
        System.arraycopy(all, size - half, kept, half, half);
        return kept;
    }

    /** Every atom of a text. */
    static Atoms all(String text) {
        int[] start = new int[32];
        int[] end = new int[32];
        long[] hash = new long[32];
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                at += Character.charCount(c);
                continue;
            }
            int last = endOfAtom(text, at, c);
            if (size == start.length) {
                start = Arrays.copyOf(start, 2 * size);
                end = Arrays.copyOf(end, 2 * size);
                hash = Arrays.copyOf(hash, 2 * size);
            }
            start[size] = at;
            end[size] = last;
            hash[size++] = hash(text, at, last);
            at = last;
        }
        return new Atoms(text, start, end, hash, size, size);
    }

    int size() {
        return size;
    }

    /** The atom after the last one that follows without a gap, at most so many from here. */
    int reach(int from, int most) {
        return Math.min(from < gap ? gap : size, from + most);
    }

    /** Whether nothing was left out between two atoms. */
    boolean areTogether(int one, int other) {
        return one < gap == other < gap;
    }

    int start(int atom) {
        return start[atom];
    }

    int end(int atom) {
        return end[atom];
    }

    /** Hash of the atoms from..to, both included; white space between two atoms counts, its kind and length do not. */
    long hash(int from, int to) {
        long all = hash[from];
        for (int i = from + 1; i <= to; i++) {
            all = all * PRIME + (start[i] > end[i - 1] ? 31 : 17);
            all = mix(all ^ hash[i]);
        }
        return mix(all);
    }

    /** The atoms from..to as they stand in the text, white space between them as one space. */
    String text(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i <= to; i++) {
            if (i > from && start[i] > end[i - 1]) {
                words.append(' ');
            }
            words.append(text, start[i], end[i]);
        }
        return words.toString();
    }

    /** Whether white space, or the edge of the text, stands before an atom. */
    boolean standsApart(int atom) {
        return atom == 0 || atom >= size || start[atom] > end[atom - 1];
    }

    private static int endOfAtom(String text, int at, int first) {
        int last = at + Character.charCount(first);
        if (isSpaceless(first)) {
            return last;
        }
        boolean word = isWord(first);
        while (last < text.length()) {
            int c = text.codePointAt(last);
            boolean goesOn = word ? isWord(c) && !isSpaceless(c) : c == first;
            if (!goesOn) {
                break;
            }
            last += Character.charCount(c);
        }
        return last;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSpaceless(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    private static long hash(String text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
