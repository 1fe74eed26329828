package io.plumbline.stats.changepoint;

/**
 * A series cut into stretches.
 *
 * @param changePoints 0-based index of the first point of each new segment, ascending
 * @param cost sum of the segments' costs, penalties not included
 */
public record Segmentation(int[] changePoints, double cost) {

    /** @return the segmentation with the given change points and the cost that belongs to it */
    public static Segmentation at(SegmentCost cost, int... changePoints) {
        double total = 0;
        int from = 0;
        for (int changePoint : changePoints) {
            total += cost.cost(from, changePoint);
            from = changePoint;
        }
        return new Segmentation(changePoints, total + cost.cost(from, cost.size()));
    }

    /** @return number of changes */
    public int changes() {
        return changePoints.length;
    }
}
