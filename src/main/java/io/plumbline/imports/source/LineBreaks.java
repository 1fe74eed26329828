package io.plumbline.imports.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Line breaks in a stretch of bytes, looked for eight bytes at a time.
 *
 * @param count how many were counted
 * @param last  place of the last of these; −1 where there is none
 */
record LineBreaks(int count, int last) {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long BREAKS = '\n' * 0x0101010101010101L;

    /** Counts until the stretch ends or that many are found. */
    static LineBreaks in(byte[] bytes, int from, int to, int most) {
        int count = 0;
        int last = -1;
        int i = from;
        while (i + Long.BYTES <= to) {
            long differs = (long) EIGHT.get(bytes, i) ^ BREAKS;
            // The high bit of each byte that is zero, and of no other.
            long found = ~((differs & LOW_BITS) + LOW_BITS | differs | LOW_BITS);
            if (found != 0) {
                int here = Long.bitCount(found);
                if (count + here >= most) {
                    break;
                }
                count += here;
                last = i + 7 - (Long.numberOfLeadingZeros(found) >>> 3);
            }
            i += Long.BYTES;
        }
        for (; i < to && count < most; i++) {
            if (bytes[i] == '\n') {
                count++;
                last = i;
            }
        }
        return new LineBreaks(count, last);
    }

    /** Place of the last line break before that end; −1 where there is none. */
    static int lastIn(byte[] bytes, int to) {
        for (int i = to - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
