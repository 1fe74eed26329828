package io.plumbline.store;

import io.plumbline.domain.MeasuredRecord;
import java.util.List;

/** Records of one import, made ready for storing by a {@link SegmentEncoder}. */
public final class SegmentBatch {

    private final List<MeasuredRecord> records;

    SegmentBatch(List<MeasuredRecord> records) {
        this.records = List.copyOf(records);
    }

    /** Number of records in it, duplicates included. */
    public int size() {
        return records.size();
    }

    List<MeasuredRecord> records() {
        return records;
    }
}
