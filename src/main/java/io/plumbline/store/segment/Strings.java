package io.plumbline.store.segment;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** Texts of a column with a number for each: equal texts may share a number, so that a question about them is asked once. */
public final class Strings {

    private final int size;
    private final int different;
    private final IntFunction<String> entries;
    private final int[] codes;
    private final IntToLongFunction storedCodes;

    private Strings(int size, int different, IntFunction<String> entries, int[] codes, IntToLongFunction storedCodes) {
        this.size = size;
        this.different = different;
        this.entries = entries;
        this.codes = codes;
        this.storedCodes = storedCodes;
    }

    /** Every record has an entry of its own, put together when it is asked for. */
    static Strings list(int size, IntFunction<String> entries) {
        return new Strings(size, size, entries, new int[0], null);
    }

    static Strings dictionary(String[] entries, int[] codes) {
        return new Strings(codes.length, entries.length, new Entries(entries), codes, null);
    }

    /** A dictionary whose numbers are read as they are asked for, where few of many records are. */
    static Strings stored(String[] entries, int size, IntToLongFunction codes) {
        return new Strings(size, entries.length, new Entries(entries), new int[0], codes);
    }

    boolean isList() {
        return codes.length == 0 && storedCodes == null;
    }

    public int size() {
        return size;
    }

    /** How many entries there are. */
    public int different() {
        return different;
    }

    public String entry(int code) {
        return entries.apply(code);
    }

    public int code(int record) {
        if (storedCodes != null) {
            long code = storedCodes.applyAsLong(record);
            if (code < 0 || code >= different) {
                throw new DamagedBytesException("a text that is not in its dictionary");
            }
            return (int) code;
        }
        return codes.length == 0 ? record : codes[record];
    }

    public String get(int record) {
        return entries.apply(code(record));
    }

    /** Not a lambda: this is on the way of the first chart of a process, and a class of its own is there sooner. */
    private static final class Entries implements IntFunction<String> {

        private final String[] entries;

        Entries(String[] entries) {
            this.entries = entries;
        }

        @Override
        public String apply(int code) {
            return entries[code];
        }
    }
}
