package io.plumbline.store.segment;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * Numbers with a fraction; NaN says that there is none. Decimals such as 0.125 or whole numbers are kept as the integers they are; other
 * numbers as doubles, exactly ({@link #write}), or with twelve bits of fraction ({@link #writeMeasured}: one part in 8,000).
 */
final class NumberColumn {

    private static final int CONSTANT = 0;
    private static final int DECIMALS = 1;
    private static final int DOUBLES = 2;
    private static final int ROUNDED = 3;
    private static final int DROPPED_BITS = 11;
    private static final double LARGEST = 1L << 50;
    private static final double[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    private NumberColumn() {
    }

    /** Every bit comes back. */
    static void write(ByteSink out, double[] values, int n) {
        out.varint(n);
        if (n == 0) {
            return;
        }
        if (writeShort(out, values, n, Precision.DOUBLE)) {
            return;
        }
        out.u8(DOUBLES);
        for (int i = 0; i < n; i++) {
            out.i64(Double.doubleToRawLongBits(values[i]));
        }
    }

    /** Floats in disguise, as detectors measure them; see the class comment for what comes back. */
    static void writeMeasured(ByteSink out, double[] values, int n) {
        out.varint(n);
        if (n == 0 || writeShort(out, values, n, Precision.FLOAT)) {
            return;
        }
        long[] rounded = new long[n];
        for (int i = 0; i < n; i++) {
            rounded[i] = rounded((float) values[i]);
        }
        out.u8(ROUNDED);
        LongColumn.write(out, rounded, n);
    }

    /** What {@link #writeMeasured} makes of a value in a column that holds others than short decimals. */
    private static long rounded(float value) {
        if (Float.isNaN(value)) {
            return 0x7fc00000 >> DROPPED_BITS;
        }
        int bits = Float.floatToRawIntBits(value);
        int half = bits + (1 << (DROPPED_BITS - 1));
        // Infinite must not become NaN, nor the largest number infinite.
        return (Float.isFinite(value) && Float.isFinite(Float.intBitsToFloat(half >> DROPPED_BITS << DROPPED_BITS)) ? half : bits) >> DROPPED_BITS;
    }

    static double[] read(ByteSource in) {
        int n = in.count(LongColumn.MOST);
        double[] values = new double[n];
        if (n == 0) {
            return values;
        }
        switch (in.u8()) {
            case CONSTANT -> Arrays.fill(values, Double.longBitsToDouble(in.i64()));
            case DECIMALS -> readDecimals(in, values);
            case DOUBLES -> {
                long[] bits = in.i64s(n);
                for (int i = 0; i < n; i++) {
                    values[i] = Double.longBitsToDouble(bits[i]);
                }
            }
            case ROUNDED -> {
                long[] rounded = LongColumn.read(in);
                require(rounded.length == n);
                for (int i = 0; i < n; i++) {
                    values[i] = Float.intBitsToFloat((int) rounded[i] << DROPPED_BITS);
                }
            }
            default -> throw new DamagedBytesException("numbers of an unknown form");
        }
        return values;
    }

    /** The same numbers one by one, for those who need few of many. */
    static IntToDoubleFunction lazily(ByteSource in, int expected) {
        int start = in.position();
        int n = in.count(LongColumn.MOST);
        require(n == expected);
        if (n > 0) {
            int form = in.u8();
            if (form == ROUNDED) {
                return new Rounded(LongColumn.lazily(in, n));
            }
            if (form == DECIMALS) {
                int places = in.u8();
                require(places < TENS.length);
                if (all(LongColumn.read(in), n)) {
                    return new Decimals(LongColumn.lazily(in, n), TENS[places]);
                }
            }
        }
        return new Whole(read(new ByteSource(in.array(), start, in.position() + in.remaining())));
    }

    private static boolean all(long[] known, int n) {
        require(known.length == n);
        for (long one : known) {
            if (one == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean writeShort(ByteSink out, double[] values, int n, Precision precision) {
        if (allAlike(values, n)) {
            out.u8(CONSTANT);
            out.i64(Double.doubleToRawLongBits(values[0]));
            return true;
        }
        int places = decimals(values, n, precision);
        if (places > precision.digits || largest(values, n) * TENS[places] >= LARGEST) {
            return false;
        }
        out.u8(DECIMALS);
        out.u8(places);
        long[] known = new long[n];
        long[] whole = new long[n];
        int size = split(values, n, TENS[places], known, whole);
        LongColumn.write(out, known, n);
        LongColumn.write(out, whole, size);
        return true;
    }

    private static boolean allAlike(double[] values, int n) {
        long first = Double.doubleToRawLongBits(values[0]);
        for (int i = 1; i < n; i++) {
            if (Double.doubleToRawLongBits(values[i]) != first) {
                return false;
            }
        }
        return true;
    }

    /** Digits behind the point that do for all of them; more than the precision allows where there are none. */
    private static int decimals(double[] values, int n, Precision precision) {
        int places = 0;
        for (int i = 0; i < n; i++) {
            // A number that is right with two digits is right with three, so nothing before it need be looked at again.
            while (places <= precision.digits && !Double.isNaN(values[i]) && !precision.isDecimal(values[i], places)) {
                places++;
            }
        }
        return places;
    }

    private static double largest(double[] values, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Double.isNaN(values[i]) ? largest : Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    /** Which values there are, and these as whole numbers; returns how many. */
    private static int split(double[] values, int n, double ten, long[] known, long[] whole) {
        int at = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isNaN(values[i])) {
                known[i] = 1;
                whole[at++] = (long) Math.rint(values[i] * ten);
            }
        }
        return at;
    }

    private static void readDecimals(ByteSource in, double[] values) {
        int places = in.u8();
        require(places < TENS.length);
        long[] known = LongColumn.read(in);
        long[] whole = LongColumn.read(in);
        require(known.length == values.length);
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (known[i] == 0) {
                values[i] = Double.NaN;
            } else {
                require(at < whole.length);
                values[i] = whole[at++] / TENS[places];
            }
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DamagedBytesException("columns of different lengths");
        }
    }

    /** When a quotient of whole number and power of ten counts as the value. */
    private enum Precision {
        DOUBLE(6) {
            @Override
            boolean isDecimal(double value, int places) {
                double whole = Math.rint(value * TENS[places]);
                return Math.abs(whole) < LARGEST && Double.doubleToRawLongBits((long) whole / TENS[places]) == Double.doubleToRawLongBits(value);
            }
        },
        FLOAT(3) {
            @Override
            boolean isDecimal(double value, int places) {
                double whole = Math.rint(value * TENS[places]);
                return Math.abs(whole) < LARGEST
                    && Float.floatToRawIntBits((float) ((long) whole / TENS[places])) == Float.floatToRawIntBits((float) value);
            }
        };

        private final int digits;

        Precision(int digits) {
            this.digits = digits;
        }

        abstract boolean isDecimal(double value, int places);
    }

    private record Whole(double[] values) implements IntToDoubleFunction {

        @Override
        public double applyAsDouble(int i) {
            return values[i];
        }
    }

    private record Decimals(IntToLongFunction whole, double ten) implements IntToDoubleFunction {

        @Override
        public double applyAsDouble(int i) {
            return whole.applyAsLong(i) / ten;
        }
    }

    private record Rounded(IntToLongFunction stored) implements IntToDoubleFunction {

        @Override
        public double applyAsDouble(int i) {
            return Float.intBitsToFloat((int) stored.applyAsLong(i) << DROPPED_BITS);
        }
    }
}
