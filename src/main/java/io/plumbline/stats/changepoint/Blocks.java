package io.plumbline.stats.changepoint;

/**
 * A long series in equal blocks, and the way back from blocks to points: first where, roughly, then exactly.
 *
 * @param values weighted mean of each block
 * @param weights weight of each block, on average 1
 */
record Blocks(double[] values, double[] weights) {

    static Blocks of(double[] values, double[] weights, int length) {
        if (length == 1) {
            return new Blocks(values, weights);
        }
        int count = values.length / length;
        double[] mean = new double[count];
        double[] weight = new double[count];
        for (int b = 0; b < count; b++) {
            int end = b == count - 1 ? values.length : (b + 1) * length;
            for (int i = b * length; i < end; i++) {
                weight[b] += weights[i];
                mean[b] += weights[i] * values[i];
            }
            mean[b] /= weight[b];
            weight[b] /= length;
        }
        return new Blocks(mean, weight);
    }

    /** @return change points in points, each moved to the cheapest place within two blocks between its neighbours */
    static int[] refined(SegmentCost cost, int[] inBlocks, int length) {
        int[] points = new int[inBlocks.length];
        for (int c = 0; c < points.length; c++) {
            points[c] = inBlocks[c] * length;
        }
        for (int c = 0; c < points.length; c++) {
            int from = c == 0 ? 0 : points[c - 1];
            int to = c == points.length - 1 ? cost.size() : points[c + 1];
            int last = Math.min(to - 1, points[c] + 2 * length);
            double lowest = Double.POSITIVE_INFINITY;
            int at = points[c];
            for (int candidate = Math.max(from + 1, points[c] - 2 * length); candidate <= last; candidate++) {
                double total = cost.cost(from, candidate) + cost.cost(candidate, to);
                if (total < lowest) {
                    lowest = total;
                    at = candidate;
                }
            }
            points[c] = at;
        }
        return points;
    }
}
