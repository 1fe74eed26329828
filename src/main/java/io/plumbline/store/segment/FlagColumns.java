package io.plumbline.store.segment;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        long[] owners = LongColumn.read(file.column(RECORD));
        Strings kinds = StringColumn.read(file.column(KIND));
        Strings detectors = StringColumn.read(file.column(DETECTOR));
        Strings versions = StringColumn.read(file.column(VERSION));
        Strings reasons = StringColumn.read(file.column(REASON));
        double[] scores = NumberColumn.read(file.column(SCORE));
        long[] inPrompt = LongColumn.read(file.column(IN_PROMPT));
        SpanReader spans = new SpanReader(LongColumn.read(file.column(SPANS)), LongColumn.read(file.column(SPAN_START)),
            LongColumn.read(file.column(SPAN_LENGTH)));
        SortedMap<Integer, List<Flag>> flags = new TreeMap<>();
        try {
            for (int i = 0; i < owners.length; i++) {
                if (owners[i] < 0 || owners[i] >= records) {
                    throw new DamagedBytesException("a flag without a record");
                }
                flags.computeIfAbsent((int) owners[i], record -> new ArrayList<>()).add(new Flag(FlagKind.valueOf(kinds.get(i)),
                    detectors.get(i), versions.get(i), scores[i], reasons.get(i), inPrompt[i] != 0, spans.next(i)));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new DamagedBytesException("flags that don't fit together", e);
        }
        return flags;
    }
}
