package io.plumbline.domain;

import java.util.List;

/**
 * A log record with what the program itself measured on it.
 *
 * @param record      the record as logged
 * @param refusal     the program's own reading of the response
 * @param refusalSpan evidence for it in the response
 * @param refusalDetectorVersion version of the program's refusal detector
 * @param language    ISO 639-1 code: the log's own, or ours where the log has none; empty where neither is known
 * @param topic       the log's own, or ours where the log has none; empty where neither is known
 * @param signals     the numbers measured on it
 * @param flags       reasons for which a person should look at it; empty for most records
 */
public record MeasuredRecord(LogRecord record, Verdict refusal, List<TextSpan> refusalSpan, String refusalDetectorVersion,
                             String language, String topic, SignalValues signals, List<Flag> flags) {

    public MeasuredRecord {
        refusalSpan = List.copyOf(refusalSpan);
        flags = List.copyOf(flags);
    }

    /** Whether the response counts as a refusal in production series: the log's own label, or ours where the log has none. */
    public boolean countsAsRefused() {
        return record.sourceRefused().orElse(refusal == Verdict.REFUSED);
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

    private static double known(int count) {
        return count < 0 ? Double.NaN : count;
    }
}
