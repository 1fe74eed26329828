package io.plumbline.store;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.PlacesInTime.Place;
import io.plumbline.store.segment.DamagedBytesException;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.TextFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            Texts texts = new Texts(log.reads(), segment);
            wanted.stream().sorted((a, b) -> Integer.compare(places.get(a).record(), places.get(b).record())).forEach(i -> {
                int record = places.get(i).record();
                records[i] = view.record(record, texts.between(view.textStart(record), view.textStart(record + 1)));
            });
            return true;
        }));
        return Arrays.asList(records);
    }

    /** The texts of a segment, asked for from front to back. */
    private static final class Texts {

        private final SegmentReads reads;
        private final StoredSegment segment;
        private long begin;
        private byte[] piece = new byte[0];

        Texts(SegmentReads reads, StoredSegment segment) {
            this.reads = reads;
            this.segment = segment;
        }

        Optional<byte[]> between(long from, long end) {
            if (from >= begin && end <= begin + piece.length) {
                return Optional.of(Arrays.copyOfRange(piece, (int) (from - begin), (int) (end - begin)));
            }
            List<TextFrame> frames = from == end ? List.of() : reads.frames(segment, from, end);
            if (frames.size() == 1) {
                begin = frames.get(0).firstByte();
                piece = frames.get(0).unpacked();
                if (from < begin || end > begin + piece.length) {
                    throw new DamagedBytesException("a text has a hole");
                }
                return between(from, end);
            }
            return joined(frames, from, end);
        }
    
        private static Optional<byte[]> joined(List<TextFrame> frames, long from, long end) {
            byte[] wanted = new byte[Math.toIntExact(end - from)];
            long at = from;
            for (TextFrame frame : frames) {
                byte[] unpacked = frame.unpacked();
                long start = at - frame.firstByte();
                int length = (int) Math.min(end - at, unpacked.length - start);
                if (start < 0 || length <= 0) {
                    throw new DamagedBytesException("a text has a hole");
                }
                System.arraycopy(unpacked, (int) start, wanted, (int) (at - from), length);
                at += length;
            }
            // Nothing at all is a text that was dropped to keep the numbers only.
            if (at < end && !frames.isEmpty()) {
                throw new DamagedBytesException("a text ends too early");
            }
            return at < end ? Optional.empty() : Optional.of(wanted);
        }
    }
}
