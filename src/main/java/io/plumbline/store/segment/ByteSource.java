package io.plumbline.store.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads what a {@link ByteSink} wrote, and never beyond its end: damaged bytes give a {@link DamagedBytesException} and nothing else. */
final class ByteSource {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    ByteSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    byte[] array() {
        return bytes;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    int i32() {
        need(4);
        int value = (int) INTS.get(bytes, at);
        at += 4;
        return value;
    }

    long i64() {
        need(8);
        long value = (long) LONGS.get(bytes, at);
        at += 8;
        return value;
    }

    /** So many longs, copied at once. */
    long[] i64s(int count) {
        int from = skip(8L * count);
        long[] values = new long[count];
        ByteBuffer.wrap(bytes, from, 8 * count).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DamagedBytesException("a number is longer than any number");
    }

    long signed() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A count of things of which each takes at least so many bits; a count that can't be true is refused before memory is taken for it. */
    int count(long most) {
        long value = varint();
        if (value < 0 || value > most) {
            throw new DamagedBytesException("a count of " + value + " where at most " + most + " is possible");
        }
        return (int) value;
    }

    /** Goes on by so many bytes and returns where they begin. */
    int skip(long length) {
        if (length < 0 || length > end - at) {
            throw new DamagedBytesException("it ends too early");
        }
        int from = at;
        at += (int) length;
        return from;
    }

    private void need(int length) {
        if (end - at < length) {
            throw new DamagedBytesException("it ends too early");
        }
    }
}
