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
        bySegment.forEach((segment, wanted) -> log.guarded(segment, () -> {
            SegmentView view = views.computeIfAbsent(segment, log.reads()::view);
            SegmentTexts texts = new SegmentTexts(log.reads(), segment);
            wanted.stream().sorted((a, b) -> Integer.compare(places.get(a).record(), places.get(b).record())).forEach(i -> {
                int record = places.get(i).record();
                records[i] = view.record(record, texts.between(view.textStart(record), view.textStart(record + 1)));
            });
            return true;
        }));
        return Arrays.asList(records);
    }
}
