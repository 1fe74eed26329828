package io.plumbline.store.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

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

    private StringColumn() {
    }

    /** Writes the texts and returns them with a number for each. */
    static Strings write(ByteSink out, String[] values, int n) {
        Strings numbered = numbered(values, n);
        out.varint(n);
        if (n == 0) {
            return numbered;
        }
        if (numbered.isList()) {
            writeEach(out, values, n);
        } else {
            out.u8(DICTIONARY);
            out.varint(numbered.entries().length);
            writeEach(out, numbered.entries(), numbered.entries().length);
            LongColumn.write(out, Arrays.stream(numbered.codes()).asLongStream().toArray(), n);
        }
        return numbered;
    }

    static Strings read(ByteSource in) {
        int n = in.count(LongColumn.MOST);
        if (n == 0) {
            return new Strings(new String[0], null);
        }
        int form = in.u8();
        if (form != DICTIONARY) {
            return new Strings(readEach(in, form, n), null);
        }
        int different = in.count(n);
        String[] entries = readEach(in, in.u8(), different);
        long[] stored = LongColumn.read(in);
        if (stored.length != n) {
            throw new DamagedBytesException("columns of different lengths");
        }
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            if (stored[i] < 0 || stored[i] >= different) {
                throw new DamagedBytesException("a text that is not in its dictionary");
            }
            codes[i] = (int) stored[i];
        }
        return new Strings(entries, codes);
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
                        return new Strings(Arrays.copyOf(values, n), null);
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
        return new Strings(Arrays.copyOf(entries, different), codes);
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

    private static void writeEach(ByteSink out, String[] values, int n) {
        if (allNumbers(values, n)) {
            long[] numbers = new long[n];
            for (int i = 0; i < n; i++) {
                numbers[i] = Long.parseLong(values[i]);
            }
            out.u8(NUMBERS);
            LongColumn.write(out, numbers, n);
        } else if (allHex(values, n)) {
            out.u8(HEX);
            out.varint(values[0].length());
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < values[i].length(); c += 2) {
                    out.u8(Character.digit(values[i].charAt(c), 16) << 4 | Character.digit(values[i].charAt(c + 1), 16));
                }
            }
        } else {
            writeTexts(out, values, n);
        }
    }

    private static void writeTexts(ByteSink out, String[] values, int n) {
        long[] lengths = new long[n];
        long[] utf16 = new long[n];
        ByteSink all = new ByteSink(Math.max(64, 8 * n));
        for (int i = 0; i < n; i++) {
            byte[] bytes = TextForm.utf8(values[i]);
            if (!TextForm.survives(values[i], bytes)) {
                bytes = TextForm.utf16(values[i]);
                utf16[i] = 1;
            }
            lengths[i] = bytes.length;
            all.bytes(bytes, 0, bytes.length);
        }
        out.u8(TEXTS);
        LongColumn.write(out, lengths, n);
        LongColumn.write(out, utf16, n);
        byte[] pressed = all.size() < WORTH_COMPRESSING ? all.toBytes() : Zstd.compress(all.toBytes(), LEVEL);
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

    private static String[] readEach(ByteSource in, int form, int n) {
        String[] values = new String[n];
        switch (form) {
            case NUMBERS -> {
                long[] numbers = LongColumn.read(in);
                requireLength(numbers, n);
                for (int i = 0; i < n; i++) {
                    values[i] = Long.toString(numbers[i]);
                }
            }
            case HEX -> {
                int length = in.count(LARGEST);
                int from = in.skip((long) length / 2 * n);
                char[] digits = new char[length / 2 * 2];
                for (int i = 0; i < n; i++) {
                    for (int c = 0; c < digits.length; c += 2, from++) {
                        digits[c] = Character.forDigit(in.array()[from] >> 4 & 15, 16);
                        digits[c + 1] = Character.forDigit(in.array()[from] & 15, 16);
                    }
                    values[i] = new String(digits);
                }
            }
            case TEXTS -> readTexts(in, values);
            default -> throw new DamagedBytesException("texts of an unknown form");
        }
        return values;
    }

    private static void readTexts(ByteSource in, String[] values) {
        long[] lengths = LongColumn.read(in);
        long[] utf16 = LongColumn.read(in);
        requireLength(lengths, values.length);
        requireLength(utf16, values.length);
        int size = in.count(LARGEST);
        int pressed = in.count(in.remaining());
        int from = in.skip(pressed == 0 ? size : pressed);
        byte[] bytes = in.array();
        if (pressed > 0) {
            bytes = unpressed(bytes, from, pressed, size);
            from = 0;
        }
        long end = (long) from + size;
        for (int i = 0; i < values.length; i++) {
            if (lengths[i] < 0 || lengths[i] > end - from) {
                throw new DamagedBytesException("a text that ends too late");
            }
            values[i] = TextForm.text(bytes, from, (int) lengths[i], utf16[i] != 0);
            from += (int) lengths[i];
        }
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

    private static boolean allHex(String[] values, int n) {
        int length = values[0].length();
        if (length < 8 || length % 2 != 0) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (values[i].length() != length) {
                return false;
            }
            for (int c = 0; c < length; c++) {
                char digit = values[i].charAt(c);
                if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                    return false;
                }
            }
        }
        return true;
    }
}
