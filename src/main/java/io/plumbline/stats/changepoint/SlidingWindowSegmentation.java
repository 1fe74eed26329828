package io.plumbline.stats.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Change points as peaks of the discrepancy between the two halves of a window that slides over the series. Truong, Oudre &amp; Vayatis
 * (2020), "Selective review of offline change point detection methods", Signal Processing 167, section 5.2.1.
 */
public final class SlidingWindowSegmentation {

    private SlidingWindowSegmentation() {
    }

    /**
     * @param cost the series as seen by one model
     * @param width even width of the window, at least 2
     * @param changes number of peaks wanted
     * @return 0-based index of the first point after each of the highest peaks, ascending
     */
    public static int[] withChanges(SegmentCost cost, int width, int changes) {
        return withChanges(cost, width, changes, 1, 1);
    }

    /**
     * @param step the window moves by this many points, at least 1
     * @param minSegment peaks closer than this do not count beside a higher one
     * @return as {@link #withChanges(SegmentCost, int, int)}
     */
    public static int[] withChanges(SegmentCost cost, int width, int changes, int step, int minSegment) {
        return Arrays.stream(peaks(cost, width, step, minSegment)).limit(changes).sorted().toArray();
    }

    /**
     * Takes peaks, the highest first, as long as each lowers the cost of the segmentation by more than the penalty.
     *
     * @return 0-based index of the first point of each new segment, ascending
     */
    public static int[] segment(SegmentCost cost, int width, double penalty, int step, int minSegment) {
        int[] taken = new int[0];
        for (int peak : peaks(cost, width, step, minSegment)) {
            int[] more = IntStream.concat(Arrays.stream(taken), IntStream.of(peak)).sorted().toArray();
            if (!(Segmentation.at(cost, taken).cost() - Segmentation.at(cost, more).cost() > penalty)) {
                break;
            }
            taken = more;
        }
        return taken;
    }

    /** First index after each peak, the highest peak first, the later one of two as high. */
    private static int[] peaks(SegmentCost cost, int width, int step, int minSegment) {
        if (step < 1) {
            throw new IllegalArgumentException("The window moves by at least 1 point, not " + step);
        }
        int half = width / 2;
        if (half < 1 || cost.size() <= 2 * half) {
            return new int[0];
        }
        int[] middle = IntStream.range(half, cost.size() - half).filter(i -> i % step == 0).toArray();
        double[] score = Arrays.stream(middle)
            .mapToDouble(m -> cost.cost(m - half, m + half) - cost.cost(m - half, m) - cost.cost(m, m + half)).toArray();
        int reach = Math.max(1, Math.max(2 * half, 2 * minSegment) / (2 * step));
        List<Integer> peaks = new ArrayList<>();
        for (int i = 0; i < middle.length; i++) {
            if (isPeak(score, i, reach)) {
                peaks.add(i);
            }
        }
        peaks.sort(Comparator.<Integer>comparingDouble(i -> -score[i]).thenComparing(Comparator.reverseOrder()));
        return peaks.stream().mapToInt(i -> middle[i]).toArray();
    }

    /** Strictly above all neighbours within reach, the ends joined up. */
    private static boolean isPeak(double[] score, int at, int reach) {
        for (int d = 1; d <= reach; d++) {
            if (score[at] <= score[Math.floorMod(at + d, score.length)] || score[at] <= score[Math.floorMod(at - d, score.length)]) {
                return false;
            }
        }
        return true;
    }
}
