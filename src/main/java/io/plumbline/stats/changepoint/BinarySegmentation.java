package io.plumbline.stats.changepoint;

import java.util.TreeSet;

/**
 * Greedy segmentation: cut where it saves most, then look into both parts. Fast and approximate. Scott &amp; Knott (1974), "A cluster
 * analysis method for grouping means in the analysis of variance", Biometrics 30.
 */
public final class BinarySegmentation {

    private BinarySegmentation() {
    }

    /**
     * @param cost the series as seen by one model
     * @param penalty saving that each further cut must exceed
     * @param minSegment smallest number of points in a segment
     * @return 0-based index of the first point of each new segment, ascending
     */
    public static int[] segment(SegmentCost cost, double penalty, int minSegment) {
        return cut(cost, penalty, Integer.MAX_VALUE, minSegment);
    }

    /**
     * @param most largest number of changes
     * @return as {@link #segment(SegmentCost, double, int)}, stopped at that number
     */
    public static int[] segment(SegmentCost cost, double penalty, int most, int minSegment) {
        return cut(cost, penalty, most, minSegment);
    }

    /**
     * @param changes number of changes wanted; fewer where the series cannot hold them
     * @return the change points that the greedy search takes first, ascending
     */
    public static int[] withChanges(SegmentCost cost, int changes, int minSegment) {
        return cut(cost, Double.NEGATIVE_INFINITY, changes, minSegment);
    }

    private static int[] cut(SegmentCost cost, double penalty, int most, int minSegment) {
        TreeSet<Integer> ends = new TreeSet<>();
        ends.add(0);
        ends.add(cost.size());
        while (ends.size() - 2 < most) {
            double bestGain = Double.NEGATIVE_INFINITY;
            int bestCut = -1;
            int from = 0;
            for (int to : ends.tailSet(1)) {
                int cut = bestCut(cost, from, to, minSegment);
                double gain = cut < 0 ? Double.NEGATIVE_INFINITY : gain(cost, from, cut, to);
                if (gain > bestGain) {
                    bestGain = gain;
                    bestCut = cut;
                }
                from = to;
            }
            if (bestCut < 0 || bestGain <= penalty) {
                break;
            }
            ends.add(bestCut);
        }
        return ends.stream().mapToInt(Integer::intValue).filter(end -> end > 0 && end < cost.size()).toArray();
    }

    /** The cut of one stretch that saves most, the last among equals (which {@code ruptures} takes too); -1 where none fits. */
    private static int bestCut(SegmentCost cost, int from, int to, int minSegment) {
        double bestGain = Double.NEGATIVE_INFINITY;
        int bestCut = -1;
        for (int cut = from + minSegment; cut <= to - minSegment; cut++) {
            double gain = gain(cost, from, cut, to);
            if (gain >= bestGain && gain > Double.NEGATIVE_INFINITY) {
                bestGain = gain;
                bestCut = cut;
            }
        }
        return bestCut;
    }

    private static double gain(SegmentCost cost, int from, int cut, int to) {
        return cost.cost(from, to) - cost.cost(from, cut) - cost.cost(cut, to);
    }
}
