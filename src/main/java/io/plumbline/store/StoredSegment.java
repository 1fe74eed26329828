package io.plumbline.store;

import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.SegmentSummary;

/** A segment in the database, by what is known of it without reading its columns. */
record StoredSegment(long importNo, int segment, EncodedSegment.Extent extent, SegmentSummary summary) {

    /** @param end exclusive */
    boolean overlaps(long firstMicros, long end) {
        return extent.firstMicros() < end && extent.lastMicros() >= firstMicros;
    }

    /** By its number: what is in it is not compared to find it in a map. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredSegment that && that.importNo == importNo && that.segment == segment;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(importNo * 1_000_003 + segment);
    }
}
