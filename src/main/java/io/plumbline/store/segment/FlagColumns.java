package io.plumbline.store.segment;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    private static final String[] WORDS = {KIND, DETECTOR, VERSION, REASON};

    private FlagColumns() {
    }

    static byte[] write(List<MeasuredRecord> records) {
        Filled filled = new Filled(count(records));
        filled.fill(records);
        ColumnFile.Writer out = new ColumnFile.Writer();
        out.longs(RECORD, filled.owners);
        for (int column = 0; column < WORDS.length; column++) {
            String[] values = filled.words[column];
            out.add(WORDS[column], sink -> StringColumn.write(sink, values, values.length));
        }
        out.add(SCORE, sink -> NumberColumn.write(sink, filled.scores, filled.scores.length));
        out.longs(IN_PROMPT, filled.inPrompt);
        out.longs(SPANS, filled.evidence);
        out.longs(SPAN_START, SpanReader.starts(filled.spans));
        out.longs(SPAN_LENGTH, SpanReader.lengths(filled.spans));
        return out.toBytes();
    }

    private static int count(List<MeasuredRecord> records) {
        int n = 0;
        for (MeasuredRecord record : records) {
            n += record.flags().size();
        }
        return n;
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

        BitSet records() {
            BitSet records = new BitSet();
            for (long owner : owners) {
                records.set((int) owner);
            }
            return records;
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

    /** The columns as arrays. */
    private static final class Filled {

        private final long[] owners;
        private final long[] inPrompt;
        private final long[] evidence;
        private final double[] scores;
        private final String[][] words;
        private final List<TextSpan> spans = new ArrayList<>();

        Filled(int n) {
            owners = new long[n];
            inPrompt = new long[n];
            evidence = new long[n];
            scores = new double[n];
            words = new String[WORDS.length][n];
        }

        void fill(List<MeasuredRecord> records) {
            int at = 0;
            for (int i = 0; i < records.size(); i++) {
                for (Flag flag : records.get(i).flags()) {
                    set(at, flag);
                    owners[at++] = i;
                }
            }
        }

        private void set(int at, Flag flag) {
            words[0][at] = flag.kind().name();
            words[1][at] = flag.detector();
            words[2][at] = flag.version();
            words[3][at] = flag.reason();
            scores[at] = flag.score();
            inPrompt[at] = flag.inPrompt() ? 1 : 0;
            evidence[at] = flag.evidence().size();
            spans.addAll(flag.evidence());
        }
    }
}
