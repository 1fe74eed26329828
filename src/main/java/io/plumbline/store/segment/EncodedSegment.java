package io.plumbline.store.segment;

import java.util.List;
import java.util.Map;

/**
 * A few thousand records of one import, user traffic or canaries alone, in order of time, ready to be stored.
 *
 * @param families their columns
 * @param texts    their texts
 * @param summary  what is in it, for readers that want to pass it over; see {@link SegmentSummary}
 * @param sums     what it adds to the rollups
 */
public record EncodedSegment(Extent extent, Map<Family, byte[]> families, List<TextFrame> texts, byte[] summary, SegmentSums sums) {

    /**
     * @param canary      whether it holds canaries
     * @param firstMicros time of its first record, microseconds since 1970
     * @param lastMicros  time of its last record
     * @param flagged     how many of its records have a flag
     */
    public record Extent(boolean canary, int records, long firstMicros, long lastMicros, int flagged) {
    }
}
