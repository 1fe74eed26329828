package io.plumbline.stats.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best segmentation for every number of changes up to a maximum. Auger &amp; Lawrence (1989), "Algorithms for the optimal
 * identification of segment neighborhoods", Bull. Math. Biology 51. Time grows with maximum × size².
 */
public final class SegmentNeighbourhood {

    private SegmentNeighbourhood() {
    }

    /**
     * @param cost the series as seen by one model
     * @param maxChanges largest number of changes wanted
     * @param minSegment smallest number of points in a segment, at least 1
     * @return one solution per number of changes 0, 1, … as far as the series can hold them
     */
    public static List<Segmentation> upTo(SegmentCost cost, int maxChanges, int minSegment) {
        int size = cost.size();
        if (size < minSegment || minSegment < 1 || maxChanges < 0) {
            throw new IllegalArgumentException(size + " points, at most " + maxChanges + " changes and segments of at least " + minSegment
                + " do not fit together");
        }
        List<Segmentation> best = new ArrayList<>();
        double[] before = new double[size + 1];
        Arrays.fill(before, Double.POSITIVE_INFINITY);
        for (int end = minSegment; end <= size; end++) {
            before[end] = cost.cost(0, end);
        }
        best.add(new Segmentation(new int[0], before[size]));
        int most = Math.min(maxChanges, size / minSegment - 1);
        int[][] start = new int[most + 1][];
        for (int changes = 1; changes <= most; changes++) {
            double[] now = new double[size + 1];
            Arrays.fill(now, Double.POSITIVE_INFINITY);
            start[changes] = new int[size + 1];
            fill(cost, changes * minSegment, minSegment, before, now, start[changes]);
            best.add(new Segmentation(traceBack(start, changes, size), now[size]));
            before = now;
        }
        return best;
    }

    private static void fill(SegmentCost cost, int firstStart, int minSegment, double[] before, double[] now, int[] start) {
        for (int end = firstStart + minSegment; end < now.length; end++) {
            for (int s = firstStart; s <= end - minSegment; s++) {
                double total = before[s] + cost.cost(s, end);
                if (total < now[end]) {
                    now[end] = total;
                    start[end] = s;
                }
            }
        }
    }

    private static int[] traceBack(int[][] start, int changes, int size) {
        int[] points = new int[changes];
        int end = size;
        for (int c = changes; c >= 1; c--) {
            end = start[c][end];
            points[c - 1] = end;
        }
        return points;
    }
}
