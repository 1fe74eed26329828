package io.plumbline.store.segment;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Whole numbers: one constant, or offsets from the least (or differences from one to the next, where these are shorter) without their
 * common divisor, in as few bits each as the largest needs.
 */
final class LongColumn {

    /** No column holds more values; what says so is damaged. */
    static final int MOST = 1 << 26;
    private static final int CONSTANT = 0;
    private static final int OFFSETS = 1;
    private static final int DIFFERENCES = 2;

    private LongColumn() {
    }

    static void write(ByteSink out, long[] values, int n) {
        out.varint(n);
        if (n == 0) {
            return;
        }
        Packing offsets = Packing.of(values, n);
        if (offsets.width == 0) {
            out.u8(CONSTANT);
            out.signed(values[0]);
            return;
        }
        long[] steps = differences(values, n);
        if (steps.length > 0) {
            Packing differences = Packing.of(steps, n - 1);
            if (differences.width + 1 < offsets.width) {
                out.u8(DIFFERENCES);
                out.signed(values[0]);
                differences.write(out, steps, n - 1);
                return;
            }
        }
        out.u8(OFFSETS);
        offsets.write(out, values, n);
    }

    static long[] read(ByteSource in) {
        int n = in.count(MOST);
        long[] values = new long[n];
        if (n == 0) {
            return values;
        }
        switch (in.u8()) {
            case CONSTANT -> Arrays.fill(values, in.signed());
            case OFFSETS -> Packing.read(in, values, 0);
            case DIFFERENCES -> {
                values[0] = in.signed();
                Packing.read(in, values, 1);
                for (int i = 1; i < n; i++) {
                    values[i] += values[i - 1];
                }
            }
            default -> throw new DamagedBytesException("numbers of an unknown form");
        }
        return values;
    }

    /** The same numbers one by one, for those who need few of many. */
    static IntToLongFunction lazily(ByteSource in, int expected) {
        int start = in.position();
        int n = in.count(MOST);
        if (n != expected) {
            throw new DamagedBytesException("columns of different lengths");
        }
        int form = n == 0 ? DIFFERENCES : in.u8();
        if (form == OFFSETS) {
            return Packing.lazily(in, n);
        }
        if (form == CONSTANT) {
            return new Packed(new Packing(in.signed(), 1, 0), new long[0]);
        }
        long[] values = read(new ByteSource(in.array(), start, in.position() + in.remaining()));
        return i -> values[i];
    }

    /** Empty where a difference is no long. */
    private static long[] differences(long[] values, int n) {
        long[] steps = new long[n - 1];
        for (int i = 1; i < n; i++) {
            long step = values[i] - values[i - 1];
            if (((values[i] ^ values[i - 1]) & (values[i] ^ step)) < 0) {
                return new long[0];
            }
            steps[i - 1] = step;
        }
        return steps;
    }

    private record Packing(long least, long divisor, int width) {

        static Packing of(long[] values, int n) {
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (int i = 0; i < n; i++) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
            long range = most - least;
            if (range < 0) {
                return new Packing(least, 1, 64);
            }
            long divisor = 0;
            for (int i = 0; i < n && divisor != 1; i++) {
                divisor = commonDivisor(divisor, values[i] - least);
            }
            divisor = Math.max(1, divisor);
            return new Packing(least, divisor, 64 - Long.numberOfLeadingZeros(range / divisor));
        }

        private static long commonDivisor(long a, long b) {
            long x = a;
            long y = b;
            while (y != 0) {
                long rest = x % y;
                x = y;
                y = rest;
            }
            return x;
        }

        void write(ByteSink out, long[] values, int n) {
            out.signed(least);
            out.varint(divisor);
            out.u8(width);
            long word = 0;
            int filled = 0;
            for (int i = 0; i < n; i++) {
                long value = divisor == 1 ? values[i] - least : (values[i] - least) / divisor;
                word |= value << filled;
                filled += width;
                if (filled >= 64) {
                    out.i64(word);
                    filled -= 64;
                    word = filled == 0 ? 0 : value >>> (width - filled);
                }
            }
            if (filled > 0) {
                out.i64(word);
            }
        }

        static Packing read(ByteSource in) {
            Packing packing = new Packing(in.signed(), in.varint(), in.u8());
            if (packing.width > 64) {
                throw new DamagedBytesException("numbers of " + packing.width + " bits");
            }
            return packing;
        }

        private static long[] words(ByteSource in, long values, int width) {
            return in.i64s((int) ((values * width + 63) / 64));
        }

        static IntToLongFunction lazily(ByteSource in, int n) {
            Packing packing = read(in);
            return new Packed(packing, words(in, n, packing.width));
        }

        static void read(ByteSource in, long[] values, int from) {
            Packing packing = read(in);
            long least = packing.least;
            long divisor = packing.divisor;
            int width = packing.width;
            if (width == 0) {
                Arrays.fill(values, from, values.length, least);
                return;
            }
            long[] words = words(in, values.length - from, width);
            long mask = width == 64 ? -1 : (1L << width) - 1;
            int place = 0;
            int shift = 0;
            for (int i = from; i < values.length; i++) {
                long value = words[place] >>> shift;
                shift += width;
                if (shift >= 64) {
                    shift -= 64;
                    place++;
                    if (shift > 0) {
                        value |= words[place] << (width - shift);
                    }
                }
                values[i] = least + (value & mask) * divisor;
            }
        }
    }

    /** Not a lambda: this is on the way of the first chart of a process, and a class of its own is there sooner. */
    private static final class Packed implements IntToLongFunction {

        private final Packing packing;
        private final long[] words;
        private final int width;
        private final long mask;

        Packed(Packing packing, long[] words) {
            this.packing = packing;
            this.words = words;
            width = packing.width;
            mask = width == 64 ? -1 : (1L << width) - 1;
        }

        @Override
        public long applyAsLong(int i) {
            long bit = (long) i * width;
            int place = (int) (bit >>> 6);
            int shift = (int) (bit & 63);
            long value = width == 0 ? 0 : words[place] >>> shift;
            if (shift + width > 64) {
                value |= words[place + 1] << (64 - shift);
            }
            return packing.least + (value & mask) * packing.divisor;
        }
    }
}
