package io.plumbline.stats.changepoint;

import java.util.Arrays;

/**
 * Sum of absolute deviations from the median of the stretch: a change of level that single wild values do not make. O(m log m) a call.
 * Bai (1995), "Least absolute deviation estimation of a shift", Econometric Theory 11.
 */
public final class AbsoluteDeviationCost implements SegmentCost {

    private final double[] values;

    /** @param values finite values */
    public AbsoluteDeviationCost(double[] values) {
        this.values = Counts.requireFinite(values).clone();
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double cost(int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double cost = 0;
        for (int i = 0; i < half; i++) {
            cost += sorted[sorted.length - 1 - i] - sorted[i];
        }
        return cost;
    }
}
