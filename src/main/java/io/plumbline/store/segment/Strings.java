package io.plumbline.store.segment;

import java.util.function.IntFunction;

/** Texts of a column with a number for each: equal texts may share a number, so that a question about them is asked once. */
public final class Strings {

    private final int size;
    private final int different;
    private final IntFunction<String> entries;
    private final int[] codes;

    private Strings(int size, int different, IntFunction<String> entries, int[] codes) {
        this.size = size;
        this.different = different;
        this.entries = entries;
        this.codes = codes;
    }

    /** Every record has an entry of its own, put together when it is asked for. */
    static Strings list(int size, IntFunction<String> entries) {
        return new Strings(size, size, entries, new int[0]);
    }

    static Strings dictionary(String[] entries, int[] codes) {
        return new Strings(codes.length, entries.length, new Entries(entries), codes);
    }

    boolean isList() {
        return codes.length == 0;
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
