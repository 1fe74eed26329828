package io.plumbline.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A log record with what the program itself measured on it.
 *
 * @param record      the record as logged
 * @param refusal     the program's own reading of the response
 * @param refusalSpan evidence for it in the response
 * @param detectorVersions versions of the program's detectors whose numbers it carries, joined by {@value #AND}; the refusal detector first
 * @param language    ISO 639-1 code: the log's own, or ours where the log has none; empty where neither is known
 * @param topic       the log's own, or ours where the log has none; empty where neither is known
 * @param signals     the numbers measured on it
 * @param flags       reasons for which a person should look at it; empty for most records
 * @param textsRemoved when retention removed its texts; empty where nobody did
 */
public record MeasuredRecord(LogRecord record, Verdict refusal, List<TextSpan> refusalSpan, String detectorVersions,
                             String language, String topic, SignalValues signals, List<Flag> flags, Optional<LocalDate> textsRemoved) {

    /** Between the versions of several detectors. */
    public static final String AND = " + ";

    public MeasuredRecord {
        refusalSpan = List.copyOf(refusalSpan);
        flags = List.copyOf(flags);
    }

    /** A record with the texts that it came with. */
    public MeasuredRecord(LogRecord record, Verdict refusal, List<TextSpan> refusalSpan, String detectorVersions, String language, String topic,
                          SignalValues signals, List<Flag> flags) {
        this(record, refusal, refusalSpan, detectorVersions, language, topic, signals, flags, Optional.empty());
    }

    /** What stands in place of texts that are gone; empty where nobody removed them. */
    public Optional<String> textNotice() {
        return textsRemoved.map(day -> "Text removed by retention on " + day + ". Numbers, flags and labels are kept.");
    }

    /** Stands for whatever labelled a log that does not say what did. */
    private static final String LABELS_OF_THE_LOG = "labels of the log";

    /** Stands in place of the detectors of a record of which nobody can say whether it was refused. */
    public static final String UNREAD = "no answer that was read";

    /**
     * Whether it is known if the response is a refusal: the log says so, or there was an answer in a language that we read. What is not
     * known enters no rate; counting it as an answer would let a log without texts look calm for ever.
     */
    public boolean isRead() {
        return record.sourceRefused().isPresent() || refusal != Verdict.UNSCORED;
    }

    /** Whether the response is known and no refusal. */
    public boolean countsAsAnswered() {
        return isRead() && !countsAsRefused();
    }

    /** Whether the response counts as a refusal in production series: the log's own label, or ours where the log has none. */
    public boolean countsAsRefused() {
        return record.sourceRefused().orElse(refusal == Verdict.REFUSED);
    }

    /** The same record with other flags. */
    public MeasuredRecord withFlags(List<Flag> others) {
        return new MeasuredRecord(record, refusal, refusalSpan, detectorVersions, language, topic, signals, others, textsRemoved);
    }

    /** The same record under another topic. */
    public MeasuredRecord withTopic(String other) {
        return new MeasuredRecord(record, refusal, refusalSpan, detectorVersions, language, other, signals, flags, textsRemoved);
    }

    /** Value of a signal: what the log says, or what was measured where the log says nothing; NaN where neither does. */
    public double value(LogSignal signal) {
        double logged = switch (signal) {
            case TOXICITY -> record.toxicity();
            case RESPONSE_TOKENS -> known(record.completionTokens());
            case LATENCY_MILLIS -> known(record.latencyMillis());
            default -> Double.NaN;
        };
        return Double.isNaN(logged) ? signals.get(signal) : logged;
    }

    /** Whether a log may bring this signal itself, see {@link #value}. */
    public static boolean mayBeLogged(LogSignal signal) {
        return signal == LogSignal.TOXICITY || signal == LogSignal.RESPONSE_TOKENS || signal == LogSignal.LATENCY_MILLIS;
    }

    /**
     * The detectors behind the numbers that series of this record are made of: the log's own where the log has labels or scores, ours
     * where we measured what the log lacks, the one for refusals first; {@value #UNREAD} where there was nothing to read. A series breaks where this changes, because a new ruler is no new model.
     */
    public String seriesDetectors() {
        if (!isRead()) {
            return UNREAD;
        }
        List<String> behind = new ArrayList<>(4);
        String[] ours = detectorVersions.isEmpty() ? new String[0] : detectorVersions.split(Pattern.quote(AND));
        if (record.sourceRefused().isPresent()) {
            behind.add(record.detectorVersion().isEmpty() ? LABELS_OF_THE_LOG : record.detectorVersion());
        } else {
            behind.addAll(List.of(ours).subList(0, Math.min(1, ours.length)));
            if (!Double.isNaN(record.toxicity()) && !record.detectorVersion().isEmpty()) {
                behind.add(record.detectorVersion());
            }
        }
        behind.addAll(List.of(ours).subList(Math.min(1, ours.length), ours.length));
        return String.join(AND, behind);
    }

    /** Of the detectors behind a series (see {@link #seriesDetectors}) the one that says what a refusal is. */
    public static String refusalDetector(String seriesDetectors) {
        int end = seriesDetectors.indexOf(AND);
        return end < 0 ? seriesDetectors : seriesDetectors.substring(0, end);
    }

    private static double known(int count) {
        return count < 0 ? Double.NaN : count;
    }
}
