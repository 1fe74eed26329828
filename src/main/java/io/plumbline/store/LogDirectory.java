package io.plumbline.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Which segments there are. Those of a finished import never change, so they are read once; numbers of imports are not used again. */
final class LogDirectory {

    private final Map<Long, List<StoredSegment>> known = new ConcurrentHashMap<>();

    /** Segments of all finished imports. */
    List<StoredSegment> visible(Handle handle, SegmentReads reads) {
        List<StoredSegment> segments = new ArrayList<>();
        List<Long> imports = VisibleImports.of(handle);
        known.keySet().retainAll(imports);
        for (long importNo : imports) {
            segments.addAll(known.computeIfAbsent(importNo, reads::segments));
        }
        return segments;
    }
}
