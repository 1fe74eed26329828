package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The records a number was counted on, as a question to the log: asked again it gives the same records.
 *
 * @param filter      days, categories, side of the canary wall
 * @param matches     which of them are meant
 * @param description in words
 */
public record RecordsBehind(LogFilter filter, Predicate<MeasuredRecord> matches, String description) {

    public static RecordsBehind all(LogFilter filter, String description) {
        return new RecordsBehind(filter, record -> true, description);
    }

    /** The first of them, by time. */
    public List<MeasuredRecord> first(ProductionLog log, int limit) {
        List<MeasuredRecord> records = new ArrayList<>();
        log.scan(filter, record -> {
            if (records.size() < limit && matches.test(record)) {
                records.add(record);
            }
        });
        return records;
    }
}
