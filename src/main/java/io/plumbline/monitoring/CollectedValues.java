package io.plumbline.monitoring;

import java.util.Arrays;

/** Values in the order of arrival, with weights only where these differ. */
final class CollectedValues {

    private static final int FIRST_ROOM = 64;

    private final boolean weighted;
    private double[] values = new double[FIRST_ROOM];
    private double[] weights;
    private int size;

    CollectedValues(boolean weighted) {
        this.weighted = weighted;
        this.weights = new double[weighted ? FIRST_ROOM : 0];
    }

    void add(double value, double weight) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            weights = weighted ? Arrays.copyOf(weights, 2 * size) : weights;
        }
        values[size] = value;
        if (weighted) {
            weights[size] = weight;
        }
        size++;
    }

    OutputSample sample() {
        double[] kept = Arrays.copyOf(values, size);
        if (weighted) {
            return OutputSample.ofUnsorted(kept, Arrays.copyOf(weights, size));
        }
        Arrays.sort(kept);
        return OutputSample.equallyWeighted(kept);
    }
}
