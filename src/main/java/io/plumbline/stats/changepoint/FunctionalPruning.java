package io.plumbline.stats.changepoint;

import java.util.Arrays;

/**
 * Change points of a mean in millions of points: the segmentation of {@link Pelt} with {@link MeanCost}, found by keeping for every
 * possible mean of the last segment only the start that is best for it. Maidstone, Hocking, Rigaill &amp; Fearnhead (2017), "On optimal
 * multiple changepoint algorithms for large data", Statistics and Computing 27, section 4.2.
 *
 * <p>Start s beats a later start u exactly for the means within a fixed interval around the average of the points s..u-1, whatever comes
 * after; so an interval of means, once lost to a later start, is lost for good. With a smallest segment of m points a start joins the
 * competition m points late and the argument is unchanged.
 */
public final class FunctionalPruning {

    private final double[] sum;
    private final double[] squares;
    private final double[] best;
    private final int[] lastStart;
    private final double lowestMean;
    private final double highestMean;

    /** Pieces of the line of means, left to right: piece i ends at {@code right[i]} and belongs to start {@code owner[i]}. */
    private double[] right = new double[64];
    private int[] owner = new int[64];
    private int pieces;
    private double[] nextRight = new double[64];
    private int[] nextOwner = new int[64];

    private FunctionalPruning(double[] values) {
        int size = values.length;
        sum = new double[size + 1];
        squares = new double[size + 1];
        best = new double[size + 1];
        lastStart = new int[size + 1];
        double origin = values[0];
        double low = 0;
        double high = 0;
        for (int i = 0; i < size; i++) {
            double x = values[i] - origin;
            sum[i + 1] = sum[i] + x;
            squares[i + 1] = squares[i] + x * x;
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        // A constant series still needs a line of means to divide.
        lowestMean = low - 1;
        highestMean = high + 1;
    }

    /**
     * @param values finite values
     * @param penalty price of one change point on the scale of squared deviations, at least 0
     * @param minSegment smallest number of points in a segment, at least 1
     * @return 0-based index of the first point of each new segment, ascending
     */
    public static int[] mean(double[] values, double penalty, int minSegment) {
        Counts.requireFinite(values);
        SegmentationPath.requirePriceAndLength(penalty, minSegment);
        return values.length < 2 * minSegment ? new int[0] : new FunctionalPruning(values).search(penalty, minSegment);
    }

    private int[] search(double penalty, int minSegment) {
        int size = best.length - 1;
        Arrays.fill(best, 1, minSegment, Double.POSITIVE_INFINITY);
        pieces = 1;
        owner[0] = 0;
        right[0] = highestMean;
        for (int end = minSegment; end <= size; end++) {
            int newest = end - minSegment;
            if (newest >= minSegment) {
                enter(newest);
            }
            chooseStart(end, penalty);
        }
        return SegmentationPath.trace(lastStart);
    }

    private void chooseStart(int end, double penalty) {
        double s = sum[end];
        double q = squares[end];
        double lowest = Double.POSITIVE_INFINITY;
        int start = 0;
        for (int i = 0; i < pieces; i++) {
            int candidate = owner[i];
            double segment = s - sum[candidate];
            double cost = best[candidate] + q - squares[candidate] - segment * segment / (end - candidate);
            if (cost < lowest || cost == lowest && candidate < start) {
                lowest = cost;
                start = candidate;
            }
        }
        best[end] = lowest + penalty;
        lastStart[end] = start;
    }

    /** Lets the start {@code newest} take every mean for which it is better than the present owner. */
    private void enter(int newest) {
        if (nextOwner.length < 3 * pieces + 2) {
            nextRight = new double[6 * pieces + 4];
            nextOwner = new int[6 * pieces + 4];
        }
        double challenge = best[newest] - squares[newest];
        int count = 0;
        double left = lowestMean;
        for (int i = 0; i < pieces; i++) {
            int holder = owner[i];
            double end = right[i];
            int points = newest - holder;
            double average = (sum[newest] - sum[holder]) / points;
            double reach = (challenge - best[holder] + squares[holder]) / points + average * average;
            if (reach > 0) {
                double radius = Math.sqrt(reach);
                double from = Math.max(left, average - radius);
                double to = Math.min(end, average + radius);
                if (from < to) {
                    count = append(count, newest, left, from);
                    count = append(count, holder, from, to);
                    count = append(count, newest, to, end);
                } else {
                    count = append(count, newest, left, end);
                }
            } else {
                count = append(count, newest, left, end);
            }
            left = end;
        }
        double[] spareRight = right;
        int[] spareOwner = owner;
        right = nextRight;
        owner = nextOwner;
        nextRight = spareRight;
        nextOwner = spareOwner;
        pieces = count;
    }

    private int append(int count, int start, double from, double to) {
        if (!(from < to)) {
            return count;
        }
        if (count > 0 && nextOwner[count - 1] == start) {
            nextRight[count - 1] = to;
            return count;
        }
        nextOwner[count] = start;
        nextRight[count] = to;
        return count + 1;
    }
}
