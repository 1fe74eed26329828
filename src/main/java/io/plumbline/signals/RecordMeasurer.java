package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SignalValues;

/** Measures one record with every detector. Holds no state, so any number of threads may share it. */
public final class RecordMeasurer {

    private final RefusalDetector refusals = new RefusalDetector();
    private final FlagRules flags = new FlagRules();

    public MeasuredRecord measure(LogRecord record, Policy policy) {
        RefusalReading refusal = refusals.read(record.response());
        return new MeasuredRecord(record, refusal.verdict(), refusal.evidence(), RefusalDetector.VERSION,
            record.language(), record.topic(), SignalValues.NONE, flags.flags(record, refusal, policy));
    }
}
