package io.plumbline.stats.changepoint;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Greedy segmentation from below: cut the series into short stretches, then merge the two neighbours whose merging costs least. Keogh, Chu,
 * Hart &amp; Pazzani (2001), "An online algorithm for segmenting time series", ICDM, section 2.3; with the leaves of the Python package
 * {@code ruptures}, which halve the longest stretch until it cannot be cut. Fast and approximate: about O(n log n) costs.
 */
public final class BottomUpSegmentation {

    private BottomUpSegmentation() {
    }

    /**
     * @param cost the series as seen by one model
     * @param penalty neighbours are merged while that costs less than this
     * @param step only every step-th index may begin a segment; 1 for any
     * @param minSegment smallest number of points in a segment
     * @return 0-based index of the first point of each new segment, ascending
     * @throws IllegalArgumentException on a step or smallest segment below 1
     */
    public static int[] segment(SegmentCost cost, double penalty, int step, int minSegment) {
        return merge(cost, penalty, 0, leaves(cost.size(), step, minSegment));
    }

    /**
     * @param changes number of changes wanted; fewer where the leaves do not hold them
     * @return the change points that are left when merging stops at that number, ascending
     */
    public static int[] withChanges(SegmentCost cost, int changes, int step, int minSegment) {
        return merge(cost, Double.POSITIVE_INFINITY, changes, leaves(cost.size(), step, minSegment));
    }

    /** A stretch of the tree of leaves; the longest comes first, the earlier of two that are as long. */
    private record Stretch(int from, int to) {

        int length() {
            return to - from;
        }

        /** The admissible index nearest to the middle, the lower of two; -1 if there is none. */
        int cut(int step, int minSegment) {
            int best = -1;
            int first = (from + minSegment + step - 1) / step * step;
            for (int at = first; at <= to - minSegment; at += step) {
                if (best < 0 || Math.abs(2L * at - from - to) < Math.abs(2L * best - from - to)) {
                    best = at;
                }
            }
            return best;
        }
    }

    private static int[] leaves(int size, int step, int minSegment) {
        if (step < 1 || minSegment < 1) {
            throw new IllegalArgumentException("The step and the smallest segment are at least 1, got " + step + " and " + minSegment);
        }
        PriorityQueue<Stretch> open = new PriorityQueue<>(
            Comparator.comparingInt(Stretch::length).reversed().thenComparing(Comparator.comparingInt(Stretch::from)));
        TreeSet<Integer> ends = new TreeSet<>();
        ends.add(0);
        ends.add(size);
        open.add(new Stretch(0, size));
        for (int cut = open.peek().cut(step, minSegment); cut >= 0; cut = open.peek().cut(step, minSegment)) {
            Stretch longest = open.remove();
            ends.add(cut);
            open.add(new Stretch(longest.from(), cut));
            open.add(new Stretch(cut, longest.to()));
        }
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What it costs to give up the boundary between two neighbours, all three places as indices into the leaves' ends. */
    private record Merge(int left, int boundary, int right, double loss) {
    }

    private static int[] merge(SegmentCost cost, double penalty, int changes, int[] ends) {
        int last = ends.length - 1;
        int[] before = new int[ends.length];
        int[] after = new int[ends.length];
        PriorityQueue<Merge> merges = new PriorityQueue<>(Comparator.comparingDouble(Merge::loss).thenComparingInt(Merge::left));
        for (int i = 1; i < last; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
            merges.add(priced(cost, ends, i - 1, i, i + 1));
        }
        int remaining = Math.max(0, last - 1);
        while (remaining > changes && !merges.isEmpty()) {
            Merge merge = merges.remove();
            int at = merge.boundary();
            if (before[at] != merge.left() || after[at] != merge.right()) {
                continue;
            }
            if (merge.loss() >= penalty) {
                break;
            }
            remaining--;
            before[at] = -1;
            if (merge.left() > 0) {
                after[merge.left()] = merge.right();
                merges.add(priced(cost, ends, before[merge.left()], merge.left(), merge.right()));
            }
            if (merge.right() < last) {
                before[merge.right()] = merge.left();
                merges.add(priced(cost, ends, merge.left(), merge.right(), after[merge.right()]));
            }
        }
        int[] found = new int[remaining];
        for (int i = 1, at = 0; i < last; i++) {
            if (before[i] >= 0) {
                found[at++] = ends[i];
            }
        }
        return found;
    }

    private static Merge priced(SegmentCost cost, int[] ends, int left, int boundary, int right) {
        double loss = cost.cost(ends[left], ends[right]) - cost.cost(ends[left], ends[boundary]) - cost.cost(ends[boundary], ends[right]);
        return new Merge(left, boundary, right, loss);
    }
}
