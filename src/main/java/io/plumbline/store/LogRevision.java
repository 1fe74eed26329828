package io.plumbline.store;

import io.plumbline.domain.MeasuredRecord;

/**
 * What is found anew on records that are stored already: their flags, and their topic. Everything else of the answer is ignored, because what
 * the log said and what was measured at import never change. A record whose texts were dropped comes without them: what rests on a text is
 * to be left as it is there.
 */
@FunctionalInterface
public interface LogRevision {

    /** The record with the flags and the topic that it has from now on; the same record where nothing changes. */
    MeasuredRecord revised(MeasuredRecord stored);
}
