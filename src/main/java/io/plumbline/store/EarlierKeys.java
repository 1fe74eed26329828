package io.plumbline.store;

import io.plumbline.domain.LogDimension;
import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.SegmentSummary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of earlier imports, asked whether one of them is the same as a new one. Only segments whose times and models overlap with
 * those of the new records are looked at, and only as many are kept in memory as a few overlapping exports need.
 */
final class EarlierKeys {

    private static final int SEGMENTS_KEPT = 1024;

    private final List<StoredSegment> earlier;
    private final Map<StoredSegment, long[]> sorted = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoredSegment, long[]> eldest) {
            return size() > SEGMENTS_KEPT;
        }
    };

    EarlierKeys(List<StoredSegment> earlier) {
        this.earlier = earlier;
    }

    boolean isEmpty() {
        return earlier.isEmpty();
    }

    /**
     * Marks the records that an earlier import has, and counts them by it.
     *
     * @param leftOut number of records by import
     */
    void mark(SegmentBatch batch, SegmentReads reads, BitSet left, Map<Long, Long> leftOut) {
        long[] hashes = batch.hashes();
        for (StoredSegment segment : earlier) {
            if (batch.segments().stream().anyMatch(fresh -> mayShare(segment, fresh))) {
                long[] known = sorted.computeIfAbsent(segment, wanted -> {
                    long[] keys = reads.view(wanted).hashes().clone();
                    Arrays.sort(keys);
                    return keys;
                });
                for (int i = 0; i < hashes.length; i++) {
                    if (!left.get(i) && Arrays.binarySearch(known, hashes[i]) >= 0) {
                        left.set(i);
                        leftOut.merge(segment.importNo(), 1L, Long::sum);
                    }
                }
            }
        }
    }

    private static boolean mayShare(StoredSegment known, EncodedSegment fresh) {
        if (!known.overlaps(fresh.extent().firstMicros(), fresh.extent().lastMicros() + 1)) {
            return false;
        }
        Set<String> there = known.summary().names(LogDimension.MODEL).orElse(Set.of());
        Set<String> here = SegmentSummary.read(fresh.summary()).names(LogDimension.MODEL).orElse(Set.of());
        return there.isEmpty() || here.isEmpty() || !Collections.disjoint(there, here);
    }
}
