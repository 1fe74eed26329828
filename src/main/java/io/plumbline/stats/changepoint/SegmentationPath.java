package io.plumbline.stats.changepoint;

import java.util.Arrays;

/** Best cost up to each index and the start of the last segment on the way there: the recursion that every exact search shares. */
final class SegmentationPath {

    private final double[] best;
    private final int[] lastStart;

    SegmentationPath(int size, double penalty, int minSegment) {
        requirePriceAndLength(penalty, minSegment);
        best = new double[size + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        lastStart = new int[size + 1];
    }

    static void requirePriceAndLength(double penalty, int minSegment) {
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("The penalty must be finite and at least 0, not " + penalty);
        }
        if (minSegment < 1) {
            throw new IllegalArgumentException("The smallest segment must hold at least 1 point, not " + minSegment);
        }
    }

    double best(int index) {
        return best[index];
    }

    void record(int end, int start, double cost) {
        best[end] = cost;
        lastStart[end] = start;
    }

    int[] changePoints() {
        return trace(lastStart);
    }

    /** Walks back from the end of the series along the starts of the last segments. */
    static int[] trace(int[] lastStart) {
        int size = lastStart.length - 1;
        int count = 0;
        for (int end = size; end > 0 && lastStart[end] > 0; end = lastStart[end]) {
            count++;
        }
        int[] changes = new int[count];
        for (int end = size; count > 0; end = lastStart[end]) {
            changes[--count] = lastStart[end];
        }
        return changes;
    }
}
