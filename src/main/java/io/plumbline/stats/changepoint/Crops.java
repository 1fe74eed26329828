package io.plumbline.stats.changepoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All optimal segmentations over a range of penalties, so that a reader sees at which price each change point survives. Haynes, Eckley
 * &amp; Fearnhead (2017), "Computationally efficient changepoint detection for a range of penalties", J. Computational and Graphical
 * Statistics 26, algorithm 2.
 */
public final class Crops {

    /**
     * One piece of the path.
     *
     * @param fromPenalty lowest penalty at which this segmentation is optimal, inside the range asked for
     * @param segmentation the segmentation
     */
    public record Step(double fromPenalty, Segmentation segmentation) {
    }

    private Crops() {
    }

    /**
     * @param cost the series as seen by one model
     * @param lowest smallest penalty, above 0
     * @param highest largest penalty
     * @param minSegment smallest number of points in a segment
     * @return the optimal segmentations in order of falling number of changes
     */
    public static List<Step> path(SegmentCost cost, double lowest, double highest, int minSegment) {
        if (!(lowest > 0 && highest >= lowest)) {
            throw new IllegalArgumentException("The penalties must satisfy 0 < lowest <= highest, got " + lowest + " and " + highest);
        }
        List<Segmentation> found = new ArrayList<>();
        Segmentation many = at(cost, lowest, minSegment);
        Segmentation few = at(cost, highest, minSegment);
        found.add(many);
        found.add(few);
        between(cost, minSegment, many, few, found);
        List<Segmentation> distinct = found.stream().sorted(Comparator.comparingInt(Segmentation::changes).reversed()).toList();
        List<Step> steps = new ArrayList<>();
        for (Segmentation segmentation : distinct) {
            if (steps.isEmpty()) {
                steps.add(new Step(lowest, segmentation));
            } else if (steps.get(steps.size() - 1).segmentation().changes() > segmentation.changes()) {
                steps.add(new Step(crossing(steps.get(steps.size() - 1).segmentation(), segmentation), segmentation));
            }
        }
        return steps;
    }

    private static void between(SegmentCost cost, int minSegment, Segmentation many, Segmentation few, List<Segmentation> found) {
        if (many.changes() <= few.changes() + 1) {
            return;
        }
        double penalty = crossing(many, few);
        Segmentation middle = at(cost, penalty, minSegment);
        if (middle.changes() >= many.changes() || middle.changes() <= few.changes()) {
            return;
        }
        found.add(middle);
        between(cost, minSegment, many, middle, found);
        between(cost, minSegment, middle, few, found);
    }

    /** The penalty at which both segmentations cost the same. */
    private static double crossing(Segmentation many, Segmentation few) {
        return Math.max(0, (few.cost() - many.cost()) / (many.changes() - few.changes()));
    }

    private static Segmentation at(SegmentCost cost, double penalty, int minSegment) {
        return Segmentation.at(cost, Pelt.segment(cost, penalty, minSegment));
    }
}
