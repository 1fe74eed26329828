package io.plumbline.store;

import io.plumbline.domain.MeasuredRecord;
import java.util.List;

/**
 * Turns measured records into the form in which the log is stored. Touches no database and may be used by any number of threads at once,
 * so that an import's workers do the expensive part and its writer only hands the result over ({@link Imports.Writer#addRecords}).
 */
public interface SegmentEncoder {

    /** How many records one segment holds; a batch of this size is stored best. Smaller and larger ones are stored as well. */
    int RECORDS = 4096;

    SegmentBatch encode(List<MeasuredRecord> records);
}
