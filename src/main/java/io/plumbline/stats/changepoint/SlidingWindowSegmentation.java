package io.plumbline.stats.changepoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Change points as peaks of the discrepancy between the two halves of a window that slides over the series. Truong, Oudre &amp; Vayatis (2020),
 * "Selective review of offline change point detection methods", Signal Processing 167, section 5.2.1.
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
        int half = width / 2;
        int count = cost.size() - 2 * half;
        if (half < 1 || count < 1) {
            return new int[0];
        }
        double[] score = new double[count];
        for (int i = 0; i < count; i++) {
            int middle = i + half;
            score[i] = cost.cost(i, i + 2 * half) - cost.cost(i, middle) - cost.cost(middle, i + 2 * half);
        }
        List<Integer> peaks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (isPeak(score, i, half)) {
                peaks.add(i);
            }
        }
        peaks.sort(Comparator.<Integer>comparingDouble(i -> -score[i]).thenComparing(Comparator.reverseOrder()));
        return peaks.stream().limit(changes).mapToInt(i -> i + half).sorted().toArray();
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
