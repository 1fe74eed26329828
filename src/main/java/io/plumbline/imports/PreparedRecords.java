package io.plumbline.imports;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.signals.BatchMeasurer;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.signals.SignalPlan;
import io.plumbline.store.SegmentBatch;
import io.plumbline.store.SegmentEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Records of one batch, measured and made ready for storing, with the little of them that an import has to know.
 *
 * @param segments the records as they will be stored
 * @param models   models that they name
 */
record PreparedRecords(SegmentBatch segments, Set<String> models) {

    /** What the workers of an import do with each batch; for any number of threads. */
    static Function<List<LogRecord>, PreparedRecords> preparing(SignalPlan plan, Policy policy, MeasuringDepth depth,
                                                                     SegmentEncoder encoder) {
        BatchMeasurer measurer = new BatchMeasurer(new RecordMeasurer(plan), policy, depth);
        return records -> {
            List<MeasuredRecord> measured = measurer.measure(records);
            Set<String> models = new HashSet<>();
            for (LogRecord record : records) {
                models.add(record.model());
            }
            return new PreparedRecords(encoder.encode(measured), models);
        };
    }
}
