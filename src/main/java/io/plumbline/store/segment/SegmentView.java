package io.plumbline.store.segment;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * A stored segment, read column by column as questions need them. Belongs to one thread. Whatever does not fit together throws
 * {@link DamagedBytesException}.
 */
public final class SegmentView {

    private static final Feedback[] FEEDBACK = Feedback.values();
    private static final double[] NOT_READ = new double[0];

    private final int records;
    private final Function<Family, Optional<byte[]>> stored;
    private final Map<Family, ColumnFile> files = new EnumMap<>(Family.class);
    /** Whole columns, for questions to all records. */
    private final Map<String, Object> columns = new HashMap<>();
    /** Columns of which single values are unpacked, for a few records that are shown whole. */
    private final Map<String, Object> unpacked = new HashMap<>();

    /** @param stored brings the columns of a family; asked for each at most once */
    public SegmentView(int records, Function<Family, Optional<byte[]>> stored) {
        this.records = records;
        this.stored = stored;
    }

    public int records() {
        return records;
    }

    /** Hashes of the records' keys. */
    public long[] hashes() {
        return (long[]) kept("", name -> {
            byte[] bytes = stored.apply(Family.KEYS).orElseThrow(() -> new DamagedBytesException("the keys are missing"));
            ByteSource in = new ByteSource(bytes);
            require(bytes.length == 8L * records);
            long[] hashes = new long[records];
            for (int i = 0; i < records; i++) {
                hashes[i] = in.i64();
            }
            return hashes;
        });
    }

    /** Microseconds since 1970, ascending. */
    public long[] micros() {
        return longs(Family.FACTS, Columns.TIME);
    }

    public Instant time(int record) {
        return RecordTime.instant(micros()[record], (int) number(Family.FACTS, Columns.TIME_REST, record));
    }

    public Strings names(LogDimension dimension) {
        return strings(Family.FACTS, Columns.of(dimension));
    }

    public String id(int record) {
        return few(Family.DETAILS, Columns.ID).get(record);
    }

    public double probability(int record) {
        return decimal(Family.FACTS, Columns.PROBABILITY, record);
    }

    /** Whether the record counts as refused: the log's own label, or ours where the log has none. */
    public boolean refused(int record) {
        long source = number(Family.FACTS, Columns.SOURCE_REFUSED, record);
        return source == 1 || source == 2 && verdict(record) == Verdict.REFUSED;
    }

    private Verdict verdict(int record) {
        return constant(Verdict.class, few(Family.FACTS, Columns.VERDICT).get(record));
    }

    /** Value of a signal for each record: the log's own, or the measured one where the log has none; NaN where neither has. */
    public double[] values(LogSignal signal) {
        String name = "value.".concat(signal.name());
        double[] known = (double[]) columns.get(name);
        if (known == null) {
            known = logged(signal);
            double[] measured = NOT_READ;
            for (int i = 0; i < records; i++) {
                if (Double.isNaN(known[i])) {
                    measured = measured == NOT_READ ? measured(signal) : measured;
                    known[i] = measured[i];
                }
            }
            columns.put(name, known);
        }
        return known;
    }

    /** What the log itself says; a copy. */
    private double[] logged(LogSignal signal) {
        return switch (signal) {
            case TOXICITY -> numbers(Family.FACTS, Columns.TOXICITY).clone();
            case RESPONSE_TOKENS -> known(longs(Family.FACTS, Columns.COMPLETION_TOKENS));
            case LATENCY_MILLIS -> known(longs(Family.FACTS, Columns.LATENCY));
            default -> unknown(records);
        };
    }

    private static double[] known(long[] counts) {
        double[] values = new double[counts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i] < 0 ? Double.NaN : counts[i];
        }
        return values;
    }

    private static double[] unknown(int records) {
        double[] none = new double[records];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private double[] measured(LogSignal signal) {
        return (double[]) kept(Columns.of(signal), name -> {
            if (!file(Family.SIGNALS).has(name)) {
                return unknown(records);
            }
            double[] values = NumberColumn.read(file(Family.SIGNALS).column(name));
            require(values.length == records);
            for (int i = 0; i < records; i++) {
                values[i] = (float) values[i];
            }
            return values;
        });
    }

    /** Flags by record; empty where none is flagged. */
    @SuppressWarnings("unchecked")
    public SortedMap<Integer, List<Flag>> flags() {
        return (SortedMap<Integer, List<Flag>>) kept("flags", name -> stored.apply(Family.FLAGS)
            .map(bytes -> FlagColumns.read(ColumnFile.of(bytes), records)).orElseGet(TreeMap::new));
    }

    /** The records that match, ascending. Whether they are canaries is not looked at: a segment holds either or. */
    public int[] matching(LogFilter filter) {
        long[] micros = micros();
        int from = filter.start().map(start -> firstAtOrAfter(micros, RecordTime.micros(start))).orElse(0);
        int end = filter.end().map(last -> firstAtOrAfter(micros, RecordTime.micros(last))).orElse(records);
        int[] found = new int[Math.max(0, end - from)];
        int count = 0;
        for (int i = from; i < end; i++) {
            found[count++] = i;
        }
        for (LogDimension dimension : LogDimension.values()) {
            if (!filter.wanted(dimension).isEmpty()) {
                Strings names = names(dimension);
                boolean[] wanted = new boolean[names.different()];
                for (int entry = 0; entry < wanted.length; entry++) {
                    wanted[entry] = filter.wanted(dimension).contains(names.entry(entry));
                }
                int kept = 0;
                for (int i = 0; i < count; i++) {
                    if (wanted[names.code(found[i])]) {
                        found[kept++] = found[i];
                    }
                }
                count = kept;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private static int firstAtOrAfter(long[] micros, long moment) {
        int low = 0;
        int high = micros.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (micros[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where in the run of texts a record's texts begin. */
    public long textStart(int record) {
        long[] starts = (long[]) kept("text.start", name -> {
            long[] prompts = longs(Family.DETAILS, Columns.PROMPT_BYTES);
            long[] responses = longs(Family.DETAILS, Columns.RESPONSE_BYTES);
            long[] found = new long[records + 1];
            for (int i = 0; i < records; i++) {
                require(prompts[i] >= 0 && responses[i] >= 0);
                found[i + 1] = found[i] + prompts[i] + responses[i];
            }
            return found;
        });
        return starts[record];
    }

    /** Length of a record's texts as they are stored. */
    public long textBytes(int record) {
        return textStart(record + 1) - textStart(record);
    }

    /** When retention removed a record's texts; empty where it did not. */
    public Optional<LocalDate> textsRemoved(int record) {
        if (!file(Family.DETAILS).has(Columns.TEXTS_REMOVED)) {
            return Optional.empty();
        }
        long day = number(Family.DETAILS, Columns.TEXTS_REMOVED, record);
        return day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** Which records are flagged. */
    public BitSet flagged() {
        Optional<FlagColumns.Reader> reader = flagReader();
        return reader.isPresent() ? reader.get().records() : new BitSet();
    }

    /** @param texts the bytes from {@link #textStart} of this record to that of the next; empty where the texts are gone */
    public MeasuredRecord record(int i, Optional<byte[]> texts) {
        Optional<Boolean> sourceRefused = switch ((int) number(Family.FACTS, Columns.SOURCE_REFUSED, i)) {
            case 0 -> Optional.of(false);
            case 1 -> Optional.of(true);
            default -> Optional.empty();
        };
        int promptBytes = (int) number(Family.DETAILS, Columns.PROMPT_BYTES, i);
        int responseBytes = (int) number(Family.DETAILS, Columns.RESPONSE_BYTES, i);
        String prompt = texts.isEmpty() ? "" : TextForm.text(texts.get(), 0, promptBytes, number(Family.DETAILS, Columns.PROMPT_UTF16, i) != 0);
        String response = texts.isEmpty() ? "" : TextForm.text(texts.get(), promptBytes, responseBytes,
            number(Family.DETAILS, Columns.RESPONSE_UTF16, i) != 0);
        long feedback = number(Family.FACTS, Columns.FEEDBACK, i);
        require(feedback >= 0 && feedback < FEEDBACK.length);
        LogRecord log = new LogRecord(id(i), time(i), name(LogDimension.MODEL, i), few(Family.DETAILS, Columns.USER).get(i),
            few(Family.DETAILS, Columns.SESSION).get(i), (int) number(Family.DETAILS, Columns.TURN, i),
            name(LogDimension.CONTEXT, i), few(Family.DETAILS, Columns.LOGGED_LANGUAGE).get(i), name(LogDimension.CATEGORY, i),
            few(Family.DETAILS, Columns.LOGGED_TOPIC).get(i), prompt, response, name(LogDimension.FINISH_REASON, i),
            (int) number(Family.DETAILS, Columns.PROMPT_TOKENS, i), (int) number(Family.FACTS, Columns.COMPLETION_TOKENS, i),
            (int) number(Family.FACTS, Columns.LATENCY, i), sourceRefused, decimal(Family.FACTS, Columns.TOXICITY, i),
            few(Family.DETAILS, Columns.LOGGED_VERSION).get(i), name(LogDimension.CANARY, i), probability(i), FEEDBACK[(int) feedback]);
        SignalValues.Builder signals = new SignalValues.Builder();
        for (LogSignal signal : LogSignal.values()) {
            if (file(Family.SIGNALS).has(Columns.of(signal))) {
                signals.set(signal, (float) decimal(Family.SIGNALS, Columns.of(signal), i));
            }
        }
        Optional<LocalDate> gone = textsRemoved(i);
        return new MeasuredRecord(log, verdict(i), gone.isPresent() ? List.of() : spans(i), few(Family.DETAILS, Columns.DETECTOR_VERSIONS).get(i),
            name(LogDimension.LANGUAGE, i), name(LogDimension.TOPIC, i), signals.build(), gone.isPresent() ? withoutEvidence(flags(i)) : flags(i), gone);
    }

    private String name(LogDimension dimension, int record) {
        return few(Family.FACTS, Columns.of(dimension)).get(record);
    }

    private List<TextSpan> spans(int record) {
        if (number(Family.DETAILS, Columns.SPANS, record) == 0) {
            return List.of();
        }
        SpanReader reader = (SpanReader) unpacked.get("spans.read");
        if (reader == null) {
            reader = new SpanReader(file(Family.DETAILS), Columns.SPANS, Columns.SPAN_START, Columns.SPAN_LENGTH);
            require(reader.size() == records);
            unpacked.put("spans.read", reader);
        }
        return reader.of(record);
    }

    private List<Flag> flags(int record) {
        Optional<FlagColumns.Reader> reader = flagReader();
        return reader.isPresent() ? reader.get().of(record) : List.of();
    }

    @SuppressWarnings("unchecked")
    private Optional<FlagColumns.Reader> flagReader() {
        if (!unpacked.containsKey("flags")) {
            Optional<byte[]> bytes = stored.apply(Family.FLAGS);
            unpacked.put("flags", bytes.isPresent() ? Optional.of(new FlagColumns.Reader(ColumnFile.of(bytes.get()), records)) : Optional.empty());
        }
        return (Optional<FlagColumns.Reader>) unpacked.get("flags");
    }

    /** Without the places in a text that is gone. */
    private static List<Flag> withoutEvidence(List<Flag> flags) {
        return flags.stream().map(flag -> new Flag(flag.kind(), flag.detector(), flag.version(), flag.score(), flag.reason(), flag.inPrompt(),
            List.of())).toList();
    }

    private Object kept(String name, Function<String, Object> reading) {
        Object known = columns.get(name);
        if (known == null) {
            known = reading.apply(name);
            columns.put(name, known);
        }
        return known;
    }

    private long[] longs(Family family, String name) {
        long[] known = (long[]) columns.get(name);
        if (known == null) {
            known = LongColumn.read(file(family).column(name));
            require(known.length == records);
            columns.put(name, known);
        }
        return known;
    }

    private double[] numbers(Family family, String name) {
        double[] known = (double[]) columns.get(name);
        if (known == null) {
            known = NumberColumn.read(file(family).column(name));
            require(known.length == records);
            columns.put(name, known);
        }
        return known;
    }

    private Strings strings(Family family, String name) {
        Strings known = (Strings) columns.get(name);
        if (known == null) {
            known = StringColumn.read(file(family).column(name));
            require(known.size() == records);
            columns.put(name, known);
        }
        return known;
    }

    /** One number of a column: of a whole column that was read before, or unpacked on its own. */
    private long number(Family family, String name, int record) {
        long[] whole = (long[]) columns.get(name);
        if (whole != null) {
            return whole[record];
        }
        IntToLongFunction few = (IntToLongFunction) unpacked.get(name);
        if (few == null) {
            few = LongColumn.lazily(file(family).column(name), records);
            unpacked.put(name, few);
        }
        return few.applyAsLong(record);
    }

    private double decimal(Family family, String name, int record) {
        double[] whole = (double[]) columns.get(name);
        if (whole != null) {
            return whole[record];
        }
        IntToDoubleFunction few = (IntToDoubleFunction) unpacked.get(name);
        if (few == null) {
            few = NumberColumn.lazily(file(family).column(name), records);
            unpacked.put(name, few);
        }
        return few.applyAsDouble(record);
    }

    private Strings few(Family family, String name) {
        Strings known = (Strings) columns.get(name);
        known = known == null ? (Strings) unpacked.get(name) : known;
        if (known == null) {
            known = StringColumn.lazily(file(family).column(name));
            require(known.size() == records);
            unpacked.put(name, known);
        }
        return known;
    }

    private ColumnFile file(Family family) {
        return files.computeIfAbsent(family, wanted -> ColumnFile.of(stored.apply(wanted)
            .orElseThrow(() -> new DamagedBytesException("the columns " + wanted + " are missing"))));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new DamagedBytesException("an unknown " + type.getSimpleName(), e);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DamagedBytesException("columns of different lengths");
        }
    }
}
