package io.plumbline.stats.changepoint;

/**
 * The search as the R package {@code changepoint} 2.3 performs it, for readers who must arrive at the same change points as a published
 * analysis. It drops a beaten start at once and takes K = 0. With a smallest segment above 1, or with a cost that can grow when a stretch
 * is cut ({@link ModifiedBicCost}), it can therefore miss the optimum; {@link Pelt} does not. Killick &amp; Eckley (2014),
 * "changepoint: an R package for changepoint analysis", J. Statistical Software 58.
 */
public final class ChangepointPackagePelt {

    private ChangepointPackagePelt() {
    }

    /** Arguments and result as for {@link Pelt#segment}. */
    public static int[] segment(SegmentCost cost, double penalty, int minSegment) {
        int size = cost.size();
        SegmentationPath path = new SegmentationPath(size, penalty, minSegment);
        for (int end = minSegment; end < Math.min(size + 1, 2 * minSegment); end++) {
            path.record(end, 0, cost.cost(0, end) + penalty);
        }
        int[] candidates = new int[size + 2];
        double[] costs = new double[size + 2];
        candidates[1] = minSegment;
        int count = 2;
        for (int end = 2 * minSegment; end <= size; end++) {
            int at = 0;
            for (int c = 0; c < count; c++) {
                costs[c] = path.best(candidates[c]) + cost.cost(candidates[c], end) + penalty;
                at = costs[c] < costs[at] ? c : at;
            }
            path.record(end, candidates[at], costs[at]);
            double bar = costs[at] + penalty;
            int kept = 0;
            for (int c = 0; c < count; c++) {
                if (costs[c] <= bar) {
                    candidates[kept++] = candidates[c];
                }
            }
            candidates[kept++] = end - minSegment + 1;
            count = kept;
        }
        return path.changePoints();
    }
}
