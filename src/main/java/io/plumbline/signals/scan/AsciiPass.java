package io.plumbline.signals.scan;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a text of nothing but ASCII, eight characters at a time: comparisons of eight bytes at once, a bit for each character that is part
 * of a word, and words where the bits change. Gives up where it meets anything else; {@link CharacterPass} finds the same in any text.
 * Scratch of one thread.
 */
final class AsciiPass {

    private static final long HIGH = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long BLANKS = ' ' * ONES;
    private static final long FROM_0 = (0x80 - '0') * ONES;
    private static final long BEYOND_9 = (0x80 - '9' - 1) * ONES;
    private static final long FROM_A = (0x80 - 'a') * ONES;
    private static final long BEYOND_Z = (0x80 - 'z' - 1) * ONES;
    private static final long GATHER = 0x0102040810204080L;
    private static final long WWW = TermKey.of("www");
    private static final int BLOCK = 64;

    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    private CharBuffer source = CharBuffer.allocate(0);
    private byte[] lower = new byte[1024];
    private ByteBuffer target = ByteBuffer.wrap(lower);
    private long[] digitsAt = new long[16];

    /** Whether the text was read; if not, the traces hold nothing to rely on. */
    boolean read(Traces traces) {
        if (!encode(traces)) {
            return false;
        }
        int length = traces.length;
        Arrays.fill(lower, length, (length / BLOCK + 1) * BLOCK + TermKey.LETTERS_AT_ONCE, (byte) ' ');
        if (!words(traces)) {
            return false;
        }
        traces.spaces -= (length / BLOCK + 1) * BLOCK - length;
        if (!keys(traces)) {
            return false;
        }
        if (traces.digits > 0) {
            numbers(traces);
        }
        return true;
    }

    private boolean encode(Traces traces) {
        int length = traces.length;
        int needed = length + 2 * BLOCK;
        if (lower.length < needed) {
            lower = new byte[Math.max(needed, lower.length * 2)];
            target = ByteBuffer.wrap(lower);
            digitsAt = new long[lower.length / BLOCK + 1];
        }
        if (!source.hasArray() || source.array() != traces.chars) {
            source = CharBuffer.wrap(traces.chars);
        }
        source.limit(length).position(0);
        target.clear();
        encoder.reset();
        return !encoder.encode(source, target, true).isError();
    }

    /** Finds where words begin and end, and leaves the text in lower case. */
    private boolean words(Traces traces) {
        byte[] text = lower;
        int blocks = traces.length / BLOCK + 1;
        long before = 0;
        int found = 0;
        for (int block = 0; block < blocks; block++) {
            int base = block * BLOCK;
            long words = 0;
            long marks = 0;
            long digits = 0;
            long beyond = 0;
            int capitals = 0;
            int blanks = 0;
            for (int at = 0; at < BLOCK; at += TermKey.LETTERS_AT_ONCE) {
                long x = TermKey.letters(text, base + at);
                long folded = x | BLANKS;
                long letter = from(folded, FROM_A) & ~from(folded, BEYOND_Z);
                long digit = from(x, FROM_0) & ~from(x, BEYOND_9);
                long capital = letter & ~(x << 2);
                long blank = HIGH - (x ^ BLANKS) & HIGH;
                TermKey.put(text, base + at, x | capital >>> 2);
                words |= gathered(letter | digit) << at;
                marks |= gathered(HIGH & ~(letter | digit | blank)) << at;
                capitals += Long.bitCount(capital);
                blanks += Long.bitCount(blank);
                digits |= digit == 0 ? 0 : gathered(digit) << at;
                beyond |= x;
            }
            if ((beyond & HIGH) != 0) {
                return false;
            }
            words = marks == 0 ? words : marks(traces, base, words, marks, before);
            digitsAt[block] = digits;
            traces.digits += Long.bitCount(digits);
            traces.capitals += capitals;
            traces.spaces += blanks;
            traces.room(found / 2 + BLOCK);
            found = bounds(traces.bounds, found, base, words ^ (words << 1 | before));
            before = words >>> BLOCK - 1;
        }
        traces.tokens = found / 2;
        return true;
    }

    /** Notes punctuation, and joins what an apostrophe stands in. */
    private long marks(Traces traces, int base, long words, long marks, long before) {
        long joined = words;
        for (long rest = marks; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            char at = (char) lower[base + bit];
            if (at != '\'') {
                traces.mark(at, base + bit);
            } else if ((bit == 0 ? before : words >>> bit - 1 & 1) != 0 && isLetter(lower[base + bit + 1])) {
                joined |= 1L << bit;
            }
        }
        return joined;
    }

    private static boolean isLetter(byte at) {
        int folded = at | ' ';
        return folded >= 'a' && folded <= 'z';
    }

    /** Adds the places where words begin and end, which take turns. */
    private static int bounds(int[] bounds, int from, int base, long changes) {
        int found = from;
        for (long rest = changes; rest != 0; rest &= rest - 1) {
            bounds[found++] = base + Long.numberOfTrailingZeros(rest);
        }
        return found;
    }

    /** Up to eight letters in lower case; behind {@code end} there are zeros. */
    long letters(int from, int end) {
        return TermKey.letters(lower, from) & -1L >>> Math.max(0, (TermKey.LETTERS_AT_ONCE - (end - from)) * 8);
    }

    private boolean keys(Traces traces) {
        int[] bounds = traces.bounds;
        long[] keys = traces.keys;
        for (int t = 0; t < traces.tokens; t++) {
            int start = bounds[2 * t];
            int size = bounds[2 * t + 1] - start;
            if (size <= TermKey.LETTERS_AT_ONCE) {
                long key = TermKey.ofShort(letters(start, start + size));
                keys[t] = key;
                if (key == WWW) {
                    traces.hint(start, start + size);
                }
            } else if (size <= Traces.LONGEST_TOKEN) {
                keys[t] = TermKey.ofLong(lower, start, start + size);
                if (size >= Traces.LONG_TOKEN) {
                    traces.hint(start, start + size);
                }
            } else {
                return false;
            }
        }
        return true;
    }

    /** Digits by the tokens that they stand in. */
    private void numbers(Traces traces) {
        int[] bounds = traces.bounds;
        int token = 0;
        int counted = 0;
        for (int block = 0; block <= traces.length / BLOCK; block++) {
            for (long rest = digitsAt[block]; rest != 0; rest &= rest - 1) {
                int at = block * BLOCK + Long.numberOfTrailingZeros(rest);
                if (at >= bounds[2 * token + 1]) {
                    number(traces, token, counted);
                    counted = 0;
                    while (at >= bounds[2 * token + 1]) {
                        token++;
                    }
                }
                counted++;
            }
        }
        number(traces, token, counted);
    }

    private static void number(Traces traces, int token, int counted) {
        if (counted > 0) {
            traces.number(traces.bounds[2 * token], traces.bounds[2 * token + 1], counted);
        }
    }

    /** The high bit of each byte that is not below a limit; all bytes are ASCII. */
    private static long from(long bytes, long limit) {
        return bytes + limit & HIGH;
    }

    /** The high bits of eight bytes as eight bits. */
    private static long gathered(long highBits) {
        return (highBits >>> 7) * GATHER >>> 56;
    }
}
