package io.plumbline.store;

import io.plumbline.domain.LogFilter;
import io.plumbline.store.segment.SegmentView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Walks over the matching records in order of time. Segments are opened when their time has come, so that a log in order has one or two
 * open; segments of a log that is not in order overlap, and as many are open as do.
 */
final class PlacesInTime {

    private final LogReader log;
    private final LogFilter filter;
    private final Queue<StoredSegment> waiting;
    private final PriorityQueue<Cursor> open = new PriorityQueue<>();

    PlacesInTime(LogReader log, LogFilter filter) {
        this.log = log;
        this.filter = filter;
        List<StoredSegment> candidates = new ArrayList<>(log.candidates(filter));
        candidates.sort(Comparator.comparingLong((StoredSegment segment) -> segment.extent().firstMicros())
            .thenComparingLong(StoredSegment::importNo).thenComparingInt(StoredSegment::segment));
        waiting = new ArrayDeque<>(candidates);
    }

    /** The next places, at most so many; empty at the end. */
    List<Place> next(int limit) {
        List<Place> places = new ArrayList<>();
        while (places.size() < limit && openNext()) {
            Cursor first = open.remove();
            places.add(new Place(first.segment, first.records[first.at]));
            if (++first.at < first.records.length) {
                open.add(first);
            }
        }
        return places;
    }

    /** How many segments are open at this moment. */
    int depth() {
        return open.size();
    }

    private boolean openNext() {
        while (!waiting.isEmpty() && (open.isEmpty() || waiting.element().extent().firstMicros() <= open.element().micros())) {
            StoredSegment segment = waiting.remove();
            log.with(segment, view -> {
                int[] matching = view.matching(filter);
                return matching.length > 0 && open.add(new Cursor(segment, matching, times(view, matching)));
            });
        }
        return !open.isEmpty();
    }

    private static long[] times(SegmentView view, int[] matching) {
        long[] times = new long[matching.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = view.micros()[matching[i]];
        }
        return times;
    }

    /** One record of one segment. */
    record Place(StoredSegment segment, int record) {
    }

    private static final class Cursor implements Comparable<Cursor> {

        private final StoredSegment segment;
        private final int[] records;
        private final long[] times;
        private int at;

        Cursor(StoredSegment segment, int[] records, long[] times) {
            this.segment = segment;
            this.records = records;
            this.times = times;
        }

        long micros() {
            return times[at];
        }

        @Override
        public int compareTo(Cursor other) {
            int order = Long.compare(micros(), other.micros());
            order = order != 0 ? order : Long.compare(segment.importNo(), other.segment.importNo());
            return order != 0 ? order : Integer.compare(segment.segment(), other.segment.segment());
        }
    }
}
