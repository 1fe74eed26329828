package io.plumbline.domain;

import java.util.List;

/**
 * A log record with what the program itself measured on it.
 *
 * @param record      the record as logged
 * @param refusal     the program's own reading of the response
 * @param refusalSpan evidence for it in the response
 * @param refusalDetectorVersion version of the program's refusal detector
 * @param flags       reasons for which a person should look at it; empty for most records
 */
public record MeasuredRecord(LogRecord record, Verdict refusal, List<TextSpan> refusalSpan, String refusalDetectorVersion,
                             List<Flag> flags) {

    public MeasuredRecord {
        refusalSpan = List.copyOf(refusalSpan);
        flags = List.copyOf(flags);
    }

    /** Whether the response counts as a refusal in production series: the log's own label, or ours where the log has none. */
    public boolean countsAsRefused() {
        return record.sourceRefused().orElse(refusal == Verdict.REFUSED);
    }
}
