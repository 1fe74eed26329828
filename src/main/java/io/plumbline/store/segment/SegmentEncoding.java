package io.plumbline.store.segment;

import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Turns records into a segment. Depends on nothing but its input, so that any thread may do it. */
public final class SegmentEncoding {

    private final MeasuredRecord[] records;
    private final int n;
    private final long[] micros;
    private final Map<LogDimension, Strings> names = new EnumMap<>(LogDimension.class);
    private final float[][] values = new float[LogSignal.values().length][];
    private final Map<Family, byte[]> families = new EnumMap<>(Family.class);
    private List<TextFrame> texts = List.of();

    private SegmentEncoding(List<MeasuredRecord> records) {
        this.records = records.toArray(MeasuredRecord[]::new);
        this.n = this.records.length;
        this.micros = new long[n];
        for (int i = 0; i < n; i++) {
            micros[i] = RecordTime.micros(this.records[i].record().time());
        }
    }

    /**
     * @param records user traffic or canaries alone, ascending in time, at least one
     * @param hashes  hash of each one's key
     */
    public static EncodedSegment encode(List<MeasuredRecord> records, long[] hashes) {
        SegmentEncoding encoding = new SegmentEncoding(records);
        encoding.keys(hashes);
        encoding.facts();
        encoding.signals();
        encoding.details();
        int flagged = encoding.flagged();
        if (flagged > 0) {
            encoding.families.put(Family.FLAGS, FlagColumns.write(records));
        }
        return new EncodedSegment(new EncodedSegment.Extent(records.get(0).record().isCanary(), encoding.n, encoding.micros[0],
            encoding.micros[encoding.n - 1], flagged), encoding.families, encoding.texts, SegmentSummary.write(encoding.names, encoding.values),
            SegmentSums.of(records, encoding.micros, encoding.names, encoding.values));
    }

    private int flagged() {
        int flagged = 0;
        for (MeasuredRecord measured : records) {
            flagged += measured.flags().isEmpty() ? 0 : 1;
        }
        return flagged;
    }

    private void keys(long[] hashes) {
        ByteSink sink = new ByteSink(8 * n);
        for (long hash : hashes) {
            sink.i64(hash);
        }
        families.put(Family.KEYS, sink.toBytes());
    }

    private void facts() {
        ColumnFile.Writer out = new ColumnFile.Writer();
        out.longs(Columns.TIME, micros);
        longs(out, Columns.TIME_REST, measured -> RecordTime.rest(measured.record().time()));
        for (LogDimension dimension : LogDimension.values()) {
            names.put(dimension, strings(out, Columns.of(dimension), dimension == LogDimension.DETECTOR_VERSION ? new SeriesDetectors()
                : dimension::of));
        }
        longs(out, Columns.SOURCE_REFUSED, measured -> measured.record().sourceRefused().map(refused -> refused ? 1L : 0L).orElse(2L));
        longs(out, Columns.FEEDBACK, measured -> measured.record().feedback().ordinal());
        strings(out, Columns.VERDICT, measured -> measured.refusal().name());
        logged(out, Columns.PROBABILITY, LogRecord::inclusionProbability);
        logged(out, Columns.TOXICITY, LogRecord::toxicity);
        longs(out, Columns.COMPLETION_TOKENS, measured -> measured.record().completionTokens());
        longs(out, Columns.LATENCY, measured -> measured.record().latencyMillis());
        families.put(Family.FACTS, out.toBytes());
    }

    private void signals() {
        ColumnFile.Writer out = new ColumnFile.Writer();
        double[] column = new double[n];
        boolean measuredAtAll = measuredAtAll();
        for (LogSignal signal : LogSignal.values()) {
            if (!measuredAtAll && !MeasuredRecord.mayBeLogged(signal)) {
                continue;
            }
            float[] whole = new float[n];
            if (measured(signal, column) > 0) {
                out.add(Columns.of(signal), sink -> NumberColumn.writeMeasured(sink, column, n));
            }
            values[signal.ordinal()] = known(signal, whole) == 0 ? null : whole;
        }
        families.put(Family.SIGNALS, out.toBytes());
    }

    // Here and below, what loops over records is a method of its own: what is compiled with it is then no more than the loop.

    private int measured(LogSignal signal, double[] column) {
        int measured = 0;
        for (int i = 0; i < n; i++) {
            column[i] = records[i].signals().get(signal);
            measured += Double.isNaN(column[i]) ? 0 : 1;
        }
        return measured;
    }

    private int known(LogSignal signal, float[] whole) {
        int known = 0;
        for (int i = 0; i < n; i++) {
            whole[i] = (float) records[i].value(signal);
            known += Float.isNaN(whole[i]) ? 0 : 1;
        }
        return known;
    }

    private boolean measuredAtAll() {
        for (MeasuredRecord measured : records) {
            if (measured.signals() != SignalValues.NONE) {
                return true;
            }
        }
        return false;
    }

    private void details() {
        ColumnFile.Writer out = new ColumnFile.Writer();
        strings(out, Columns.ID, measured -> measured.record().id());
        strings(out, Columns.USER, measured -> measured.record().user());
        strings(out, Columns.SESSION, measured -> measured.record().session());
        strings(out, Columns.LOGGED_LANGUAGE, measured -> measured.record().language());
        strings(out, Columns.LOGGED_VERSION, measured -> measured.record().detectorVersion());
        strings(out, Columns.LOGGED_TOPIC, measured -> measured.record().topic());
        strings(out, Columns.DETECTOR_VERSIONS, MeasuredRecord::detectorVersions);
        longs(out, Columns.TURN, measured -> measured.record().turn());
        longs(out, Columns.PROMPT_TOKENS, measured -> measured.record().promptTokens());
        longs(out, Columns.SPANS, measured -> measured.refusalSpan().size());
        List<TextSpan> spans = new ArrayList<>();
        for (MeasuredRecord measured : records) {
            spans.addAll(measured.refusalSpan());
        }
        out.longs(Columns.SPAN_START, SpanReader.starts(spans));
        out.longs(Columns.SPAN_LENGTH, SpanReader.lengths(spans));
        texts(out);
        families.put(Family.DETAILS, out.toBytes());
    }

    private void texts(ColumnFile.Writer out) {
        Lengths prompts = new Lengths(n);
        Lengths responses = new Lengths(n);
        try (TextFrames frames = new TextFrames()) {
            addTo(frames, prompts, responses);
            texts = frames.finish();
        }
        out.longs(Columns.PROMPT_BYTES, prompts.bytes);
        out.longs(Columns.RESPONSE_BYTES, responses.bytes);
        out.longs(Columns.PROMPT_UTF16, prompts.utf16);
        out.longs(Columns.RESPONSE_UTF16, responses.utf16);
    }

    private void addTo(TextFrames frames, Lengths prompts, Lengths responses) {
        for (int i = 0; i < n; i++) {
            frames.add(prompts.of(i, records[i].record().prompt()));
            frames.add(responses.of(i, records[i].record().response()));
            frames.endOfRecord();
        }
    }

    private Strings strings(ColumnFile.Writer out, String name, Function<MeasuredRecord, String> property) {
        String[] column = new String[n];
        fill(column, property);
        ByteSink sink = new ByteSink();
        Strings numbered = StringColumn.write(sink, column, n);
        out.add(name, file -> file.bytes(sink));
        return numbered;
    }

    private void longs(ColumnFile.Writer out, String name, ToLongFunction<MeasuredRecord> property) {
        long[] column = new long[n];
        fill(column, property);
        out.longs(name, column);
    }

    private void logged(ColumnFile.Writer out, String name, ToDoubleFunction<LogRecord> property) {
        double[] column = new double[n];
        fill(column, property);
        out.add(name, sink -> NumberColumn.write(sink, column, n));
    }

    private void fill(String[] column, Function<MeasuredRecord, String> property) {
        for (int i = 0; i < n; i++) {
            column[i] = property.apply(records[i]);
        }
    }

    private void fill(long[] column, ToLongFunction<MeasuredRecord> property) {
        for (int i = 0; i < n; i++) {
            column[i] = property.applyAsLong(records[i]);
        }
    }

    private void fill(double[] column, ToDoubleFunction<LogRecord> property) {
        for (int i = 0; i < n; i++) {
            column[i] = property.applyAsDouble(records[i].record());
        }
    }

    private static final class Lengths {

        private final long[] bytes;
        private final long[] utf16;

        Lengths(int n) {
            bytes = new long[n];
            utf16 = new long[n];
        }

        byte[] of(int record, String text) {
            byte[] form = TextForm.utf8(text);
            if (!TextForm.survives(text, form)) {
                form = TextForm.utf16(text);
                utf16[record] = 1;
            }
            bytes[record] = form.length;
            return form;
        }
    }

    /** The detectors behind a record's series, put together anew only where they differ from those of the record before. */
    private static final class SeriesDetectors implements Function<MeasuredRecord, String> {

        private MeasuredRecord last;
        private String detectors = "";

        @Override
        public String apply(MeasuredRecord measured) {
            if (last == null || !alike(last, measured)) {
                detectors = measured.seriesDetectors();
            }
            last = measured;
            return detectors;
        }

        private static boolean alike(MeasuredRecord one, MeasuredRecord other) {
            return one.isRead() == other.isRead()
                && one.record().sourceRefused().isPresent() == other.record().sourceRefused().isPresent()
                && Double.isNaN(one.record().toxicity()) == Double.isNaN(other.record().toxicity())
                && one.record().detectorVersion().equals(other.record().detectorVersion())
                && one.detectorVersions().equals(other.detectorVersions());
        }
    }
}
