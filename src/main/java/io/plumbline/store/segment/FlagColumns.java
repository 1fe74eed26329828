package io.plumbline.store.segment;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/** The flags of a segment's records as columns. */
final class FlagColumns {

    private static final String RECORD = "flag.record";
    private static final String KIND = "flag.kind";
    private static final String DETECTOR = "flag.detector";
    private static final String VERSION = "flag.version";
    private static final String SCORE = "flag.score";
    private static final String REASON = "flag.reason";
    private static final String IN_PROMPT = "flag.in_prompt";
    private static final String SPANS = "flag.spans";
    private static final String SPAN_START = "flag.spans.start";
    private static final String SPAN_LENGTH = "flag.spans.length";

    private FlagColumns() {
    }

    static byte[] write(List<MeasuredRecord> records) {
        List<Long> owners = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            for (Flag flag : records.get(i).flags()) {
                owners.add((long) i);
                flags.add(flag);
            }
        }
        ColumnFile.Writer out = new ColumnFile.Writer();
        out.longs(RECORD, owners.stream().mapToLong(Long::longValue).toArray());
        strings(out, KIND, flags.stream().map(flag -> flag.kind().name()).toArray(String[]::new));
        strings(out, DETECTOR, flags.stream().map(Flag::detector).toArray(String[]::new));
        strings(out, VERSION, flags.stream().map(Flag::version).toArray(String[]::new));
        strings(out, REASON, flags.stream().map(Flag::reason).toArray(String[]::new));
        out.add(SCORE, sink -> NumberColumn.write(sink, flags.stream().mapToDouble(Flag::score).toArray(), flags.size()));
        out.longs(IN_PROMPT, flags.stream().mapToLong(flag -> flag.inPrompt() ? 1 : 0).toArray());
        out.longs(SPANS, flags.stream().mapToLong(flag -> flag.evidence().size()).toArray());
        List<TextSpan> spans = flags.stream().flatMap(flag -> flag.evidence().stream()).toList();
        out.longs(SPAN_START, spans.stream().mapToLong(TextSpan::start).toArray());
        out.longs(SPAN_LENGTH, spans.stream().mapToLong(span -> span.end() - span.start()).toArray());
        return out.toBytes();
    }

    private static void strings(ColumnFile.Writer out, String name, String[] values) {
        out.add(name, sink -> StringColumn.write(sink, values, values.length));
    }

    /** Flags by the place of their record. */
    static SortedMap<Integer, List<Flag>> read(ColumnFile file, int records) {
        return new Reader(file, records).all();
    }

    /** The flags of any record of a segment, unpacked when they are asked for. */
    static final class Reader {

        private final long[] owners;
        private final Strings kinds;
        private final Strings detectors;
        private final Strings versions;
        private final Strings reasons;
        private final IntToDoubleFunction scores;
        private final IntToLongFunction inPrompt;
        private final SpanReader spans;

        Reader(ColumnFile file, int records) {
            owners = LongColumn.read(file.column(RECORD));
            for (int i = 0; i < owners.length; i++) {
                if (owners[i] < 0 || owners[i] >= records || i > 0 && owners[i] < owners[i - 1]) {
                    throw new DamagedBytesException("a flag without a record");
                }
            }
            kinds = StringColumn.lazily(file.column(KIND));
            detectors = StringColumn.lazily(file.column(DETECTOR));
            versions = StringColumn.lazily(file.column(VERSION));
            reasons = StringColumn.lazily(file.column(REASON));
            scores = NumberColumn.lazily(file.column(SCORE), owners.length);
            inPrompt = LongColumn.lazily(file.column(IN_PROMPT), owners.length);
            spans = new SpanReader(file, SPANS, SPAN_START, SPAN_LENGTH);
            if (kinds.size() != owners.length || detectors.size() != owners.length || versions.size() != owners.length
                || reasons.size() != owners.length || spans.size() != owners.length) {
                throw new DamagedBytesException("columns of different lengths");
            }
        }

        List<Flag> of(int record) {
            int at = Arrays.binarySearch(owners, record);
            if (at < 0) {
                return List.of();
            }
            while (at > 0 && owners[at - 1] == record) {
                at--;
            }
            List<Flag> flags = new ArrayList<>();
            for (; at < owners.length && owners[at] == record; at++) {
                flags.add(flag(at));
            }
            return flags;
        }

        SortedMap<Integer, List<Flag>> all() {
            SortedMap<Integer, List<Flag>> flags = new TreeMap<>();
            for (int i = 0; i < owners.length; i++) {
                flags.computeIfAbsent((int) owners[i], record -> new ArrayList<>()).add(flag(i));
            }
            return flags;
        }

        private Flag flag(int i) {
            try {
                return new Flag(FlagKind.valueOf(kinds.get(i)), detectors.get(i), versions.get(i), scores.applyAsDouble(i), reasons.get(i),
                    inPrompt.applyAsLong(i) != 0, spans.of(i));
            } catch (IllegalArgumentException e) {
                throw new DamagedBytesException("flags that don't fit together", e);
            }
        }
    }
}
