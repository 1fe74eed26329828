package io.plumbline.ui.charts;

import java.util.Arrays;

/**
 * Leaves out points that cannot be told apart on the screen: of the points in one pixel column the first, lowest, highest and last stay,
 * so that no spike is lost and a million buckets draw as fast as a thousand.
 */
public final class Decimation {

    private Decimation() {
    }

    /**
     * @param days   ascending
     * @param values one per day; NaN is a break and stays one
     * @param scale  the view
     * @return indices to draw, ascending; one point beyond either edge is kept, so that lines run out of the view
     */
    public static int[] indices(double[] days, double[] values, TimeScale scale) {
        int from = Math.max(0, lowerBound(days, scale.from()) - 1);
        int to = Math.min(days.length, lowerBound(days, scale.to()) + 1);
        double columns = scale.right() - scale.left();
        if (to - from <= 2 * columns) {
            int[] all = new int[to - from];
            Arrays.setAll(all, i -> from + i);
            return all;
        }
        int[] kept = new int[to - from];
        int count = 0;
        int start = from;
        while (start < to) {
            long column = (long) Math.floor(scale.x(days[start]));
            int end = start + 1;
            while (end < to && (long) Math.floor(scale.x(days[end])) == column) {
                end++;
            }
            count = keep(values, start, end, kept, count);
            start = end;
        }
        return Arrays.copyOf(kept, count);
    }

    private static int keep(double[] values, int start, int end, int[] kept, int count) {
        int low = start;
        int high = start;
        int gap = -1;
        for (int i = start; i < end; i++) {
            if (Double.isNaN(values[i])) {
                gap = i;
            }
            low = values[i] < values[low] || Double.isNaN(values[low]) ? i : low;
            high = values[i] > values[high] || Double.isNaN(values[high]) ? i : high;
        }
        int[] wanted = {start, low, high, end - 1, gap < 0 ? start : gap};
        Arrays.sort(wanted);
        int last = -1;
        int next = count;
        for (int index : wanted) {
            if (index != last) {
                kept[next++] = index;
                last = index;
            }
        }
        return next;
    }

    private static int lowerBound(double[] days, double day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found : -found - 1;
    }
}
