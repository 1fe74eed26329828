package io.plumbline.stats.changepoint;

/**
 * The same optimum as {@link Pelt} without any pruning, in quadratic time: the yardstick that pruning is tested against. Jackson et al.
 * (2005), "An algorithm for optimal partitioning of data on an interval", IEEE Signal Processing Letters 12.
 */
public final class OptimalPartitioning {

    private OptimalPartitioning() {
    }

    /** Arguments and result as for {@link Pelt#segment}. */
    public static int[] segment(SegmentCost cost, double penalty, int minSegment) {
        int size = cost.size();
        SegmentationPath path = new SegmentationPath(size, penalty, minSegment);
        for (int end = minSegment; end <= size; end++) {
            double best = Double.POSITIVE_INFINITY;
            int bestStart = 0;
            for (int start = 0; start <= end - minSegment; start = start == 0 ? minSegment : start + 1) {
                double total = path.best(start) + cost.cost(start, end);
                if (total < best) {
                    best = total;
                    bestStart = start;
                }
            }
            path.record(end, bestStart, best + penalty);
        }
        return path.changePoints();
    }
}
