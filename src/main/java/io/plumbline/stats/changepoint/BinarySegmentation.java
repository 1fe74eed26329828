package io.plumbline.stats.changepoint;

import java.util.TreeSet;

/**
 * Greedy segmentation: cut where it saves most, then look into both parts. Fast and approximate. Scott &amp; Knott (1974), "A cluster analysis
 * method for grouping means in the analysis of variance", Biometrics 30.
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
                double whole = to - from >= 2 * minSegment ? cost.cost(from, to) : 0;
                for (int cut = from + minSegment; cut <= to - minSegment; cut++) {
                    double gain = whole - cost.cost(from, cut) - cost.cost(cut, to);
                    if (gain > bestGain) {
                        bestGain = gain;
                        bestCut = cut;
                    }
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
}
