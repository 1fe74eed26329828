package io.plumbline.stats.changepoint;

import java.util.OptionalInt;

/**
 * At most one change: the single split that saves the most cost, reported when the saving exceeds the penalty. Hinkley (1970), "Inference
 * about the change-point in a sequence of random variables", Biometrika 57.
 */
public final class Amoc {

    private Amoc() {
    }

    /**
     * @param cost the series as seen by one model
     * @param penalty saving that a change must exceed
     * @param minSegment smallest number of points on either side, at least 1
     * @return 0-based index of the first point after the change, or nothing
     */
    public static OptionalInt changePoint(SegmentCost cost, double penalty, int minSegment) {
        if (cost.size() < 2 * minSegment) {
            return OptionalInt.empty();
        }
        int split = bestSplit(cost, minSegment);
        double saving = cost.cost(0, cost.size()) - cost.cost(0, split) - cost.cost(split, cost.size());
        return saving > penalty ? OptionalInt.of(split) : OptionalInt.empty();
    }

    /**
     * @return first index after the split with the smallest cost, the earliest one among equals
     * @throws IllegalArgumentException if the series is shorter than two segments
     */
    public static int bestSplit(SegmentCost cost, int minSegment) {
        int size = cost.size();
        if (minSegment < 1 || size < 2 * minSegment) {
            throw new IllegalArgumentException(size + " points cannot be split into two segments of at least " + minSegment);
        }
        int at = minSegment;
        double best = Double.POSITIVE_INFINITY;
        for (int split = minSegment; split <= size - minSegment; split++) {
            double total = cost.cost(0, split) + cost.cost(split, size);
            if (total < best) {
                best = total;
                at = split;
            }
        }
        return at;
    }
}
