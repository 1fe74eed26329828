package io.plumbline.store;

import io.plumbline.domain.LogSignal;
import io.plumbline.store.PlacesInTime.Place;
import io.plumbline.store.segment.SegmentSummary;
import io.plumbline.store.segment.SegmentView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The records with the greatest or least values of a signal, found while segments are passed by. Equal values are in order of time. */
final class BestPlaces {

    private final SortOrder order;
    private final int limit;
    private final Comparator<Found> better;
    private final PriorityQueue<Found> found;

    BestPlaces(SortOrder order, int limit) {
        this.order = order;
        this.limit = limit;
        better = new Better(order);
        found = new PriorityQueue<>(better.reversed());
    }

    /** Segments in which much is to be expected come first. */
    void sortByPromise(List<StoredSegment> segments, LogSignal signal) {
        segments.sort((one, other) -> {
            SegmentSummary.Range a = one.summary().range(signal).orElseThrow();
            SegmentSummary.Range b = other.summary().range(signal).orElseThrow();
            return order == SortOrder.GREATEST_FIRST ? Double.compare(b.greatest(), a.greatest()) : Double.compare(a.least(), b.least());
        });
    }

    /** Whether values of this range can be among the best that are known by now. Equal ones can, if they are earlier. */
    boolean canImprove(SegmentSummary.Range range) {
        if (limit == 0) {
            return false;
        }
        return found.size() < limit || (order == SortOrder.GREATEST_FIRST ? range.greatest() >= (float) found.element().value
            : range.least() <= (float) found.element().value);
    }

    void offer(StoredSegment segment, SegmentView view, LogSignal signal, int[] records) {
        double[] values = view.values(signal);
        double limitValue = found.size() < limit || limit == 0 ? Double.NaN : found.element().value;
        for (int record : records) {
            boolean worse = order == SortOrder.GREATEST_FIRST ? values[record] < limitValue : values[record] > limitValue;
            if (!worse && !Double.isNaN(values[record])) {
                Found fresh = new Found(values[record], view.micros()[record], new Place(segment, record));
                if (found.size() < limit) {
                    found.add(fresh);
                } else if (limit > 0 && better.compare(fresh, found.element()) < 0) {
                    found.remove();
                    found.add(fresh);
                }
                limitValue = found.size() < limit || limit == 0 ? Double.NaN : found.element().value;
            }
        }
    }

    /** The best, best first. */
    List<Place> places() {
        List<Found> sorted = new ArrayList<>(found);
        sorted.sort(better);
        return sorted.stream().map(Found::place).toList();
    }

    private record Found(double value, long micros, Place place) {
    }

    /** By value, then by time, then as they are stored. */
    private record Better(SortOrder order) implements Comparator<Found> {

        @Override
        public int compare(Found one, Found other) {
            int by = order == SortOrder.GREATEST_FIRST ? Double.compare(other.value, one.value) : Double.compare(one.value, other.value);
            by = by != 0 ? by : Long.compare(one.micros, other.micros);
            by = by != 0 ? by : Long.compare(one.place.segment().importNo(), other.place.segment().importNo());
            by = by != 0 ? by : Integer.compare(one.place.segment().segment(), other.place.segment().segment());
            return by != 0 ? by : Integer.compare(one.place.record(), other.place.record());
        }
    }
}
