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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A stored segment, read column by column as questions need them. Belongs to one thread. Whatever does not fit together throws
 * {@link DamagedBytesException}.
 */
public final class SegmentView {

    private static final Feedback[] FEEDBACK = Feedback.values();

    private final int records;
    private final Function<Family, Optional<byte[]>> stored;
    private final Map<Family, ColumnFile> files = new EnumMap<>(Family.class);
    private final Map<String, Object> columns = new HashMap<>();

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
        return RecordTime.instant(micros()[record], (int) longs(Family.FACTS, Columns.TIME_REST)[record]);
    }

    public Strings names(LogDimension dimension) {
        return strings(Family.FACTS, Columns.of(dimension));
    }

    public String id(int record) {
        return strings(Family.DETAILS, Columns.ID).get(record);
    }

    public double probability(int record) {
        return numbers(Family.FACTS, Columns.PROBABILITY)[record];
    }

    /** Whether the record counts as refused: the log's own label, or ours where the log has none. */
    public boolean refused(int record) {
        long source = longs(Family.FACTS, Columns.SOURCE_REFUSED)[record];
        return source == 1 || source == 2 && verdict(record) == Verdict.REFUSED;
    }

    private Verdict verdict(int record) {
        return constant(Verdict.class, strings(Family.FACTS, Columns.VERDICT).get(record));
    }

    /** Value of a signal for each record: the log's own, or the measured one where the log has none; NaN where neither has. */
    public double[] values(LogSignal signal) {
        return (double[]) kept("value." + signal.name(), name -> {
            double[] values = measured(signal).clone();
            for (int i = 0; i < records; i++) {
                double logged = switch (signal) {
                    case TOXICITY -> numbers(Family.FACTS, Columns.TOXICITY)[i];
                    case RESPONSE_TOKENS -> known(longs(Family.FACTS, Columns.COMPLETION_TOKENS)[i]);
                    case LATENCY_MILLIS -> known(longs(Family.FACTS, Columns.LATENCY)[i]);
                    default -> Double.NaN;
                };
                if (!Double.isNaN(logged)) {
                    values[i] = logged;
                }
            }
            return values;
        });
    }

    private static double known(long count) {
        return count < 0 ? Double.NaN : count;
    }

    private double[] measured(LogSignal signal) {
        return (double[]) kept(Columns.of(signal), name -> {
            double[] none = new double[records];
            Arrays.fill(none, Double.NaN);
            if (!file(Family.SIGNALS).has(name)) {
                return none;
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

    /** @param texts the bytes from {@link #textStart} of this record to that of the next; empty where the texts are gone */
    public MeasuredRecord record(int i, Optional<byte[]> texts) {
        Optional<Boolean> sourceRefused = switch ((int) longs(Family.FACTS, Columns.SOURCE_REFUSED)[i]) {
            case 0 -> Optional.of(false);
            case 1 -> Optional.of(true);
            default -> Optional.empty();
        };
        int promptBytes = (int) longs(Family.DETAILS, Columns.PROMPT_BYTES)[i];
        int responseBytes = (int) longs(Family.DETAILS, Columns.RESPONSE_BYTES)[i];
        String prompt = texts.map(bytes -> TextForm.text(bytes, 0, promptBytes, longs(Family.DETAILS, Columns.PROMPT_UTF16)[i] != 0)).orElse("");
        String response = texts.map(bytes -> TextForm.text(bytes, promptBytes, responseBytes,
            longs(Family.DETAILS, Columns.RESPONSE_UTF16)[i] != 0)).orElse("");
        long feedback = longs(Family.FACTS, Columns.FEEDBACK)[i];
        require(feedback >= 0 && feedback < FEEDBACK.length);
        LogRecord log = new LogRecord(id(i), time(i), names(LogDimension.MODEL).get(i), strings(Family.DETAILS, Columns.USER).get(i),
            strings(Family.DETAILS, Columns.SESSION).get(i), (int) longs(Family.DETAILS, Columns.TURN)[i],
            names(LogDimension.CONTEXT).get(i), strings(Family.DETAILS, Columns.LOGGED_LANGUAGE).get(i), names(LogDimension.CATEGORY).get(i),
            strings(Family.DETAILS, Columns.LOGGED_TOPIC).get(i), prompt, response, names(LogDimension.FINISH_REASON).get(i),
            (int) longs(Family.DETAILS, Columns.PROMPT_TOKENS)[i], (int) longs(Family.FACTS, Columns.COMPLETION_TOKENS)[i],
            (int) longs(Family.FACTS, Columns.LATENCY)[i], sourceRefused, numbers(Family.FACTS, Columns.TOXICITY)[i],
            strings(Family.DETAILS, Columns.LOGGED_VERSION).get(i), names(LogDimension.CANARY).get(i), probability(i), FEEDBACK[(int) feedback]);
        SignalValues.Builder signals = new SignalValues.Builder();
        for (String column : file(Family.SIGNALS).names()) {
            SegmentSummary.signal(column.substring(column.indexOf('.') + 1)).ifPresent(signal -> signals.set(signal, measured(signal)[i]));
        }
        return new MeasuredRecord(log, verdict(i), spans(i), strings(Family.DETAILS, Columns.DETECTOR_VERSIONS).get(i),
            names(LogDimension.LANGUAGE).get(i), names(LogDimension.TOPIC).get(i), signals.build(), flags().getOrDefault(i, List.of()));
    }

    private List<TextSpan> spans(int record) {
        @SuppressWarnings("unchecked")
        List<TextSpan>[] spans = (List<TextSpan>[]) kept("spans.read", name -> {
            SpanReader reader = new SpanReader(longs(Family.DETAILS, Columns.SPANS), LongColumn.read(file(Family.DETAILS)
                .column(Columns.SPAN_START)), LongColumn.read(file(Family.DETAILS).column(Columns.SPAN_LENGTH)));
            List<?>[] found = new List<?>[records];
            for (int i = 0; i < records; i++) {
                found[i] = reader.next(i);
            }
            return found;
        });
        return spans[record];
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
