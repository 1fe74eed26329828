package io.plumbline.signals.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The key by which tables in memory know a token in lower case with a straight apostrophe: eight characters of ASCII at a time, so that most
 * tokens cost one multiplication. What is kept beyond a run of the program uses {@link TermHash}, which never changes.
 */
public final class TermKey {

    static final int LETTERS_AT_ONCE = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ASCII = 0xcbf29ce484222325L;
    private static final long BEYOND = 0x84222325cbf29ce4L;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private TermKey() {
    }

    /** Key of one token as a person would write it into a list of terms. */
    public static long of(String token) {
        return of(token.toCharArray(), 0, token.length());
    }

    static long of(char[] chars, int from, int to) {
        long key = ASCII;
        long piece = 0;
        for (int i = from; i < to; i++) {
            char folded = TextScan.folded(chars[i]);
            if (folded >= 128) {
                return beyondAscii(chars, from, to);
            }
            piece |= (long) folded << (i - from) * 8;
            if ((i - from & 7) == 7) {
                key = add(key, piece);
                piece = 0;
            }
        }
        return finished((to - from & 7) == 0 ? key : add(key, piece));
    }

    private static long beyondAscii(char[] chars, int from, int to) {
        long key = BEYOND;
        for (int i = from; i < to; i++) {
            key = add(key, TextScan.folded(chars[i]));
        }
        return finished(key);
    }

    /** Key of up to eight letters in lower case, the first in the lowest byte. */
    static long ofShort(long letters) {
        return finished(add(ASCII, letters));
    }

    /** Key of more than eight letters in lower case; behind the last one the array goes on for eight bytes at least. */
    static long ofLong(byte[] letters, int from, int to) {
        long key = ASCII;
        int i = from;
        while (i + LETTERS_AT_ONCE <= to) {
            key = add(key, letters(letters, i));
            i += LETTERS_AT_ONCE;
        }
        return finished(i == to ? key : add(key, letters(letters, i) & -1L >>> (LETTERS_AT_ONCE - (to - i)) * 8));
    }

    /** Eight bytes, the first in the lowest. */
    static long letters(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static void put(byte[] bytes, int at, long letters) {
        LONGS.set(bytes, at, letters);
    }

    private static long add(long key, long piece) {
        long product = (key ^ piece) * FACTOR;
        return product ^ product >>> 32;
    }

    /** Zero is kept for "nothing". */
    private static long finished(long key) {
        return key == 0 ? 1 : key;
    }
}
