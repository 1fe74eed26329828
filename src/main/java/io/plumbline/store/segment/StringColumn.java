package io.plumbline.store.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntFunction;

/**
 * Short texts: each different one once and a number for every record, or, where most differ, one after the other. Texts that are all
 * whole numbers or all hexadecimal of one length are kept as such.
 */
final class StringColumn {

    private static final int NUMBERS = 0;
    private static final int HEX = 1;
    private static final int TEXTS = 2;
    private static final int DICTIONARY = 3;
    private static final int LEVEL = 1;
    private static final int PROBE = 256;
    private static final int WORTH_COMPRESSING = 64;
    private static final int LARGEST = 1 << 29;
    private static final byte[] DIGITS = digits();

    private StringColumn() {
    }

    /** Writes the texts and returns them with a number for each. */
    static Strings write(ByteSink out, String[] values, int n) {
        return write(out, values, n, WORTH_COMPRESSING);
    }

    /** The same without compression, for readers to whom loading a decompressor would cost more than the few bytes. */
    static void writePlain(ByteSink out, String[] values, int n) {
        write(out, values, n, Integer.MAX_VALUE);
    }

    private static Strings write(ByteSink out, String[] values, int n, int worthCompressing) {
        Strings numbered = numbered(values, n);
        out.varint(n);
        if (n == 0) {
            return numbered;
        }
        if (numbered.isList()) {
            writeEach(out, values, n, worthCompressing);
        } else {
            String[] entries = new String[numbered.different()];
            Arrays.setAll(entries, numbered::entry);
            long[] codes = new long[n];
            Arrays.setAll(codes, numbered::code);
            out.u8(DICTIONARY);
            out.varint(entries.length);
            writeEach(out, entries, entries.length, worthCompressing);
            LongColumn.write(out, codes, n);
        }
        return numbered;
    }

    static Strings read(ByteSource in) {
        int n = in.count(LongColumn.MOST);
        if (n == 0) {
            return Strings.dictionary(new String[0], new int[0]);
        }
        int form = in.u8();
        if (form != DICTIONARY) {
            return Strings.list(n, readEach(in, form, n));
        }
        String[] entries = readEntries(in, n);
        long[] stored = LongColumn.read(in);
        if (stored.length != n) {
            throw new DamagedBytesException("columns of different lengths");
        }
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            if (stored[i] < 0 || stored[i] >= entries.length) {
                throw new DamagedBytesException("a text that is not in its dictionary");
            }
            codes[i] = (int) stored[i];
        }
        return Strings.dictionary(entries, codes);
    }

    /** The same for those who need few of many. */
    static Strings lazily(ByteSource in) {
        int start = in.position();
        int n = in.count(LongColumn.MOST);
        if (n == 0 || in.u8() != DICTIONARY) {
            return read(new ByteSource(in.array(), start, in.position() + in.remaining()));
        }
        String[] entries = readEntries(in, n);
        return Strings.stored(entries, n, LongColumn.lazily(in, n));
    }

    private static String[] readEntries(ByteSource in, int n) {
        int different = in.count(n);
        IntFunction<String> read = readEach(in, in.u8(), different);
        String[] entries = new String[different];
        for (int i = 0; i < different; i++) {
            entries[i] = read.apply(i);
        }
        return entries;
    }

    private static Strings numbered(String[] values, int n) {
        int[] codes = new int[n];
        String[] entries = new String[16];
        int different = 0;
        int[] slots = new int[64];
        int lastCode = -1;
        String last = null;
        for (int i = 0; i < n; i++) {
            String value = values[i];
            if (value != last) {
                int slot = slot(slots, entries, value);
                if (slots[slot] == 0) {
                    if (i >= PROBE && different > i - i / 4) {
                        return Strings.list(n, place -> values[place]);
                    }
                    if (different == entries.length) {
                        entries = Arrays.copyOf(entries, different * 2);
                    }
                    entries[different++] = value;
                    slots[slot] = different;
                    lastCode = different - 1;
                    if (different * 2 > slots.length) {
                        slots = rehashed(entries, different, slots.length * 4);
                    }
                } else {
                    lastCode = slots[slot] - 1;
                }
                last = value;
            }
            codes[i] = lastCode;
        }
        return Strings.dictionary(Arrays.copyOf(entries, different), codes);
    }

    private static int slot(int[] slots, String[] entries, String value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !entries[slots[slot] - 1].equals(value)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static int[] rehashed(String[] entries, int different, int size) {
        int[] slots = new int[size];
        for (int code = 0; code < different; code++) {
            slots[slot(slots, entries, entries[code])] = code + 1;
        }
        return slots;
    }

    private static void writeEach(ByteSink out, String[] values, int n, int worthCompressing) {
        if (allNumbers(values, n)) {
            out.u8(NUMBERS);
            LongColumn.write(out, numbers(values, n), n);
        } else {
            byte[] hex = hexBytes(values, n);
            if (hex.length > 0) {
                out.u8(HEX);
                out.varint(values[0].length());
                out.bytes(hex, 0, hex.length);
            } else {
                writeTexts(out, values, n, worthCompressing);
            }
        }
    }

    private static long[] numbers(String[] values, int n) {
        long[] numbers = new long[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = Long.parseLong(values[i]);
        }
        return numbers;
    }

    private static void join(String[] values, int n, ByteSink all, long[] lengths, long[] utf16) {
        for (int i = 0; i < n; i++) {
            byte[] bytes = TextForm.utf8(values[i]);
            if (!TextForm.survives(values[i], bytes)) {
                bytes = TextForm.utf16(values[i]);
                utf16[i] = 1;
            }
            lengths[i] = bytes.length;
            all.bytes(bytes, 0, bytes.length);
        }
    }

    private static void writeTexts(ByteSink out, String[] values, int n, int worthCompressing) {
        long[] lengths = new long[n];
        long[] utf16 = new long[n];
        ByteSink all = new ByteSink(Math.max(64, 8 * n));
        join(values, n, all, lengths, utf16);
        out.u8(TEXTS);
        LongColumn.write(out, lengths, n);
        LongColumn.write(out, utf16, n);
        byte[] pressed = all.size() < worthCompressing ? all.toBytes() : Zstd.compress(all.toBytes(), LEVEL);
        if (pressed.length < all.size()) {
            out.varint(all.size());
            out.varint(pressed.length);
            out.bytes(pressed, 0, pressed.length);
        } else {
            out.varint(all.size());
            out.varint(0);
            out.bytes(all);
        }
    }

    /** Checks that all texts are there, and puts each together when it is asked for. */
    private static IntFunction<String> readEach(ByteSource in, int form, int n) {
        switch (form) {
            case NUMBERS:
                long[] numbers = LongColumn.read(in);
                requireLength(numbers, n);
                return place -> Long.toString(numbers[place]);
            case HEX:
                int digits = in.count(LARGEST) / 2 * 2;
                int from = in.skip((long) digits / 2 * n);
                byte[] bytes = in.array();
                return place -> HexFormat.of().formatHex(bytes, from + place * (digits / 2), from + (place + 1) * (digits / 2));
            case TEXTS:
                return readTexts(in, n);
            default:
                throw new DamagedBytesException("texts of an unknown form");
        }
    }

    private static IntFunction<String> readTexts(ByteSource in, int n) {
        long[] lengths = LongColumn.read(in);
        long[] utf16 = LongColumn.read(in);
        requireLength(lengths, n);
        requireLength(utf16, n);
        int size = in.count(LARGEST);
        int pressed = in.count(in.remaining());
        int from = in.skip(pressed == 0 ? size : pressed);
        byte[] bytes = pressed == 0 ? in.array() : unpressed(in.array(), from, pressed, size);
        int[] starts = new int[n + 1];
        starts[0] = pressed == 0 ? from : 0;
        int end = starts[0] + size;
        for (int i = 0; i < n; i++) {
            if (lengths[i] < 0 || lengths[i] > end - starts[i]) {
                throw new DamagedBytesException("a text that ends too late");
            }
            starts[i + 1] = starts[i] + (int) lengths[i];
        }
        return place -> TextForm.text(bytes, starts[place], starts[place + 1] - starts[place], utf16[place] != 0);
    }

    static byte[] unpressed(byte[] bytes, int from, int length, int size) {
        try {
            byte[] all = Zstd.decompress(from == 0 && length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length), size);
            if (all.length == size) {
                return all;
            }
        } catch (ZstdException e) {
            throw new DamagedBytesException("compressed bytes that can't be read", e);
        }
        throw new DamagedBytesException("compressed bytes of the wrong length");
    }

    private static void requireLength(long[] column, int n) {
        if (column.length != n) {
            throw new DamagedBytesException("columns of different lengths");
        }
    }

    private static boolean allNumbers(String[] values, int n) {
        for (int i = 0; i < n; i++) {
            int length = values[i].length();
            if (length == 0 || length > 18 || length > 1 && values[i].charAt(0) == '0') {
                return false;
            }
            for (int c = 0; c < length; c++) {
                if (values[i].charAt(c) < '0' || values[i].charAt(c) > '9') {
                    return false;
                }
            }
        }
        return true;
    }

    /** The bytes behind texts that are all hexadecimal, in small letters and of one length; empty where they are not. */
    private static byte[] hexBytes(String[] values, int n) {
        int length = values[0].length();
        if (length < 8 || length % 2 != 0 || (long) n * length > LARGEST) {
            return new byte[0];
        }
        byte[] bytes = new byte[n * length / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            String value = values[i];
            if (value.length() != length) {
                return new byte[0];
            }
            int wrong = 0;
            for (int c = 0; c < length; c += 2) {
                int both = digit(value.charAt(c)) << 4 | digit(value.charAt(c + 1));
                wrong |= both;
                bytes[at++] = (byte) both;
            }
            if (wrong < 0) {
                return new byte[0];
            }
        }
        return bytes;
    }

    /** Negative where it is none. */
    private static int digit(char c) {
        return c < DIGITS.length ? DIGITS[c] : -1;
    }

    private static byte[] digits() {
        byte[] digits = new byte['f' + 1];
        Arrays.fill(digits, (byte) -1);
        for (int value = 0; value < 16; value++) {
            digits[Character.forDigit(value, 16)] = (byte) value;
        }
        return digits;
    }
}
