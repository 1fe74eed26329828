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
        Comparator<Found> byValue = Comparator.comparingDouble(Found::value);
        better = (order == SortOrder.GREATEST_FIRST ? byValue.reversed() : byValue).thenComparingLong(Found::micros)
            .thenComparingLong(place -> place.place.segment().importNo()).thenComparingInt(place -> place.place.segment().segment())
            .thenComparingInt(place -> place.place.record());
        found = new PriorityQueue<>(better.reversed());
    }

    /** Segments in which much is to be expected come first. */
    Comparator<SegmentSummary.Range> promising() {
        return order == SortOrder.GREATEST_FIRST ? Comparator.comparingDouble(SegmentSummary.Range::greatest).reversed()
            : Comparator.comparingDouble(SegmentSummary.Range::least);
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
        for (int record : records) {
            if (!Double.isNaN(values[record])) {
                Found fresh = new Found(values[record], view.micros()[record], new Place(segment, record));
                if (found.size() < limit) {
                    found.add(fresh);
                } else if (limit > 0 && better.compare(fresh, found.element()) < 0) {
                    found.remove();
                    found.add(fresh);
                }
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
}
