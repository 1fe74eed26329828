package io.plumbline.store;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.PlacesInTime.Place;
import io.plumbline.store.segment.SegmentView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts whole records together: the columns of a segment are read once for all that are wanted of it, and each piece of text once. */
final class RecordLoader {

    private static final int VIEWS_KEPT = 4;

    private final LogReader log;
    private final Map<StoredSegment, SegmentView> views = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoredSegment, SegmentView> eldest) {
            return size() > VIEWS_KEPT;
        }
    };

    RecordLoader(LogReader log) {
        this.log = log;
    }

    /** The records at these places, in their order. */
    List<MeasuredRecord> load(List<Place> places) {
        Map<StoredSegment, List<Integer>> bySegment = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            bySegment.computeIfAbsent(places.get(i).segment(), segment -> new ArrayList<>()).add(i);
        }
        MeasuredRecord[] records = new MeasuredRecord[places.size()];
        for (Map.Entry<StoredSegment, List<Integer>> wanted : bySegment.entrySet()) {
            log.guarded(wanted.getKey(), () -> load(wanted.getKey(), wanted.getValue(), places, records));
        }
        return Arrays.asList(records);
    }

    private boolean load(StoredSegment segment, List<Integer> wanted, List<Place> places, MeasuredRecord[] records) {
        SegmentView view = views.get(segment);
        if (view == null) {
            view = log.reads().view(segment);
            views.put(segment, view);
        }
        long[] order = new long[wanted.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) places.get(wanted.get(i)).record() << 32 | wanted.get(i);
        }
        Arrays.sort(order);
        int[] ascending = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ascending[i] = (int) (order[i] >> 32);
        }
        try (SegmentTexts texts = SegmentTexts.of(log.reads(), segment, view, ascending)) {
            for (int i = 0; i < order.length; i++) {
                records[(int) order[i]] = view.record(ascending[i], texts.between(view.textStart(ascending[i]), view.textStart(ascending[i] + 1)));
            }
        }
        return true;
    }
}
