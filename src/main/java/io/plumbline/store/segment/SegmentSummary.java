package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a segment holds, in a few hundred bytes: which names, and how far the values of each signal reach. */
public final class SegmentSummary {

    /** A dimension with more different names than this is not summed up, and the segment never passed over because of it. */
    static final int NAMES = 256;
    private static final String SIGNAL = "signals";
    private static final String LEAST = "signals.least";
    private static final String GREATEST = "signals.greatest";
    private static final String COUNT = "signals.count";

    private final byte[] bytes;
    private volatile Contents contents;

    private SegmentSummary(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] write(Map<LogDimension, Strings> names, float[][] values) {
        ColumnFile.Writer out = new ColumnFile.Writer();
        names.forEach((dimension, column) -> {
            if (column.different() <= NAMES) {
                String[] entries = new String[column.different()];
                Arrays.setAll(entries, column::entry);
                out.add(Columns.of(dimension), sink -> StringColumn.write(sink, entries, entries.length));
            }
        });
        LogSignal[] known = Arrays.stream(LogSignal.values()).filter(signal -> values[signal.ordinal()] != null)
            .toArray(LogSignal[]::new);
        double[] least = new double[known.length];
        double[] greatest = new double[known.length];
        long[] count = new long[known.length];
        for (int i = 0; i < known.length; i++) {
            least[i] = Double.POSITIVE_INFINITY;
            greatest[i] = Double.NEGATIVE_INFINITY;
            for (float value : values[known[i].ordinal()]) {
                if (!Float.isNaN(value)) {
                    least[i] = Math.min(least[i], value);
                    greatest[i] = Math.max(greatest[i], value);
                    count[i]++;
                }
            }
        }
        String[] signals = Arrays.stream(known).map(Enum::name).toArray(String[]::new);
        out.add(SIGNAL, sink -> StringColumn.write(sink, signals, signals.length));
        out.add(LEAST, sink -> NumberColumn.write(sink, least, least.length));
        out.add(GREATEST, sink -> NumberColumn.write(sink, greatest, greatest.length));
        out.longs(COUNT, count);
        return out.toBytes();
    }

    /** Looked into when the first question is asked: most segments are passed over because of their time alone. */
    public static SegmentSummary read(byte[] bytes) {
        return new SegmentSummary(bytes);
    }

    private Contents contents() {
        Contents known = contents;
        if (known == null) {
            known = Contents.of(ColumnFile.of(bytes));
            contents = known;
        }
        return known;
    }

    /** A signal of a later version is none of ours. */
    static Optional<LogSignal> signal(String name) {
        return Arrays.stream(LogSignal.values()).filter(signal -> signal.name().equals(name)).findFirst();
    }

    /** The different names, where they were few enough to keep. */
    public Optional<Set<String>> names(LogDimension dimension) {
        return Optional.ofNullable(contents().names.get(dimension));
    }

    /** How far a signal's values reach; empty where no record has it. */
    public Optional<Range> range(LogSignal signal) {
        return Optional.ofNullable(contents().ranges.get(signal));
    }

    /** Whether a record in it may match, as far as names can tell. */
    public boolean mayMatch(LogFilter filter) {
        for (Map.Entry<LogDimension, Set<String>> wanted : filter.only().entrySet()) {
            Set<String> there = contents().names.get(wanted.getKey());
            if (!wanted.getValue().isEmpty() && there != null && Collections.disjoint(wanted.getValue(), there)) {
                return false;
            }
        }
        return true;
    }

    /** Least and greatest value, and how many records have one. */
    public record Range(double least, double greatest, long count) {
    }

    private record Contents(Map<LogDimension, Set<String>> names, Map<LogSignal, Range> ranges) {

        static Contents of(ColumnFile file) {
            Contents contents = new Contents(new EnumMap<>(LogDimension.class), new EnumMap<>(LogSignal.class));
            for (LogDimension dimension : LogDimension.values()) {
                if (file.has(Columns.of(dimension))) {
                    Set<String> found = new TreeSet<>();
                    Strings column = StringColumn.read(file.column(Columns.of(dimension)));
                    for (int i = 0; i < column.size(); i++) {
                        found.add(column.get(i));
                    }
                    contents.names.put(dimension, found);
                }
            }
            Strings signals = StringColumn.read(file.column(SIGNAL));
            double[] least = NumberColumn.read(file.column(LEAST));
            double[] greatest = NumberColumn.read(file.column(GREATEST));
            long[] count = LongColumn.read(file.column(COUNT));
            if (least.length != signals.size() || greatest.length != signals.size() || count.length != signals.size()) {
                throw new DamagedBytesException("columns of different lengths");
            }
            for (int i = 0; i < signals.size(); i++) {
                Optional<LogSignal> signal = signal(signals.get(i));
                if (signal.isPresent()) {
                    contents.ranges.put(signal.get(), new Range(least[i], greatest[i], count[i]));
                }
            }
            return contents;
        }
    }
}
