package io.plumbline.stats.changepoint;

import java.util.Arrays;

/**
 * A series in which only every step-th index may begin a segment, for any search of this package: a search over days that may change only
 * with the week, or a coarse first look at a long series. Searches see one cell of {@code step} points where the series has points; the
 * last cell may be shorter. Truong, Oudre &amp; Vayatis (2020), Signal Processing 167, section 5, call the step "jump".
 */
public final class SteppedCost implements SegmentCost {

    private final SegmentCost cost;
    private final int step;
    private final int minSegment;

    /**
     * @param cost the series point by point
     * @param step points between two candidates, at least 1
     * @param minSegment smallest number of points in a segment, at least 1; a shorter one costs infinitely much
     * @throws IllegalArgumentException on a step or smallest segment below 1
     */
    public SteppedCost(SegmentCost cost, int step, int minSegment) {
        if (step < 1 || minSegment < 1) {
            throw new IllegalArgumentException("The step and the smallest segment are at least 1, got " + step + " and " + minSegment);
        }
        this.cost = cost;
        this.step = step;
        this.minSegment = minSegment;
    }

    /** @return smallest number of cells in a segment, what a search over the cells takes for its smallest segment */
    public int minCells() {
        return (minSegment + step - 1) / step;
    }

    /**
     * @param cells change points as a search over the cells gives them
     * @return the same change points as indices of the series
     */
    public int[] indices(int[] cells) {
        return Arrays.stream(cells).map(this::index).toArray();
    }

    @Override
    public int size() {
        return (cost.size() + step - 1) / step;
    }

    @Override
    public double cost(int from, int to) {
        return index(to) - index(from) < minSegment ? Double.POSITIVE_INFINITY : cost.cost(index(from), index(to));
    }

    @Override
    public double pruningSlack() {
        return cost.pruningSlack();
    }

    private int index(int cell) {
        return (int) Math.min((long) cell * step, cost.size());
    }
}
