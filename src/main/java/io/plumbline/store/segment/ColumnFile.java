package io.plumbline.store.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Columns under their names in one run of bytes: version, number of columns, then for each its name, length and checksum, then the columns.
 * A reader asks for a column by name and passes over what it does not know, so that columns can be added without a new version.
 */
final class ColumnFile {

    private static final int VERSION = 1;
    private static final int MOST_COLUMNS = 10_000;

    private final byte[] bytes;
    private final Map<String, Place> places;

    private ColumnFile(byte[] bytes, Map<String, Place> places) {
        this.bytes = bytes;
        this.places = places;
    }

    static ColumnFile of(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        if (in.u8() != VERSION) {
            throw new DamagedBytesException("columns of an unknown version");
        }
        int columns = in.count(MOST_COLUMNS);
        String[] names = new String[columns];
        int[] lengths = new int[columns];
        int[] sums = new int[columns];
        for (int i = 0; i < columns; i++) {
            int length = in.count(in.remaining());
            names[i] = new String(bytes, in.skip(length), length, StandardCharsets.UTF_8);
            lengths[i] = in.count(Integer.MAX_VALUE);
            sums[i] = in.i32();
        }
        Map<String, Place> places = new HashMap<>();
        for (int i = 0; i < columns; i++) {
            places.put(names[i], new Place(in.skip(lengths[i]), lengths[i], sums[i]));
        }
        return new ColumnFile(bytes, places);
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    Iterable<String> names() {
        return places.keySet();
    }

    ByteSource column(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new DamagedBytesException("the column " + name + " is missing");
        }
        if (sum(bytes, place.from, place.length) != place.sum) {
            throw new DamagedBytesException("the checksum of column " + name + " does not hold");
        }
        return new ByteSource(bytes, place.from, place.from + place.length);
    }

    /** Every column with its bytes, in no particular order, for a file in which some are replaced. */
    Writer copied() {
        Writer copy = new Writer();
        places.keySet().stream().sorted().forEach(name -> {
            Place place = places.get(name);
            column(name);
            copy.with(name, Arrays.copyOfRange(bytes, place.from, place.from + place.length));
        });
        return copy;
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private record Place(int from, int length, int sum) {
    }

    /** Collects columns. */
    static final class Writer {

        private final Map<String, byte[]> columns = new LinkedHashMap<>();

        void add(String name, Consumer<ByteSink> content) {
            ByteSink sink = new ByteSink();
            content.accept(sink);
            columns.put(name, sink.toBytes());
        }

        Writer with(String name, byte[] content) {
            columns.put(name, content);
            return this;
        }

        Writer without(String name) {
            columns.remove(name);
            return this;
        }

        void longs(String name, long[] values) {
            add(name, sink -> LongColumn.write(sink, values, values.length));
        }

        byte[] toBytes() {
            ByteSink out = new ByteSink(columns.values().stream().mapToInt(column -> column.length + 40).sum() + 16);
            out.u8(VERSION);
            out.varint(columns.size());
            columns.forEach((name, content) -> {
                byte[] written = name.getBytes(StandardCharsets.UTF_8);
                out.varint(written.length);
                out.bytes(written, 0, written.length);
                out.varint(content.length);
                out.i32(sum(content, 0, content.length));
            });
            columns.values().forEach(content -> out.bytes(content, 0, content.length));
            return out.toBytes();
        }
    }
}
