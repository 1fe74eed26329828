package io.plumbline.store;

import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.SegmentSummary;

/** A segment in the database, by what is known of it without reading its columns. */
record StoredSegment(long importNo, int segment, EncodedSegment.Extent extent, SegmentSummary summary) {

    /** @param end exclusive */
    boolean overlaps(long firstMicros, long end) {
        return extent.firstMicros() < end && extent.lastMicros() >= firstMicros;
    }
}
