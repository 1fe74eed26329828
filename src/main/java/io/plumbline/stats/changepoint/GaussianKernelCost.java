package io.plumbline.stats.changepoint;

import java.util.Arrays;

/**
 * Scatter of the stretch in the feature space of a Gaussian kernel: any change of distribution. Memory grows with the square of the
 * series. Arlot, Celisse &amp; Harchaoui (2019), "A kernel multiple change-point algorithm via model selection", JMLR 20, eq. 4.
 */
public final class GaussianKernelCost implements SegmentCost {

    private static final int LONGEST = 8_000;
    private static final double SMALLEST_EXPONENT = 0.01;
    private static final double LARGEST_EXPONENT = 100;

    /** Sums of the kernel matrix over the rectangle from the origin; row i, column j at i * (size + 1) + j. */
    private final double[][] corner;

    /**
     * @param values finite values, at most 8,000
     * @param gamma inverse squared width of the kernel, above 0
     */
    public GaussianKernelCost(double[] values, double gamma) {
        Counts.requireFinite(values);
        if (values.length > LONGEST || !(gamma > 0)) {
            throw new IllegalArgumentException("The kernel cost takes at most " + LONGEST + " points and a gamma above 0, got "
                + values.length + " and " + gamma);
        }
        int size = values.length;
        corner = new double[size + 1][size + 1];
        for (int i = 0; i < size; i++) {
            double row = 0;
            for (int j = 0; j < size; j++) {
                double difference = values[i] - values[j];
                double exponent = Math.min(LARGEST_EXPONENT, Math.max(SMALLEST_EXPONENT, gamma * difference * difference));
                row += i == j ? 1 : Math.exp(-exponent);
                corner[i + 1][j + 1] = corner[i][j + 1] + row;
            }
        }
    }

    /** The width by the median heuristic: one over the median squared distance between two points. */
    public static double medianHeuristic(double[] values) {
        int size = values.length;
        double[] distances = new double[size * (size - 1) / 2];
        int at = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double difference = values[i] - values[j];
                distances[at++] = difference * difference;
            }
        }
        Arrays.sort(distances);
        int half = distances.length / 2;
        double median = distances.length == 0 ? 0
            : distances.length % 2 == 1 ? distances[half] : (distances[half - 1] + distances[half]) / 2;
        return median > 0 ? 1 / median : 1;
    }

    @Override
    public int size() {
        return corner.length - 1;
    }

    @Override
    public double cost(int from, int to) {
        double block = corner[to][to] - corner[from][to] - corner[to][from] + corner[from][from];
        return (to - from) - block / (to - from);
    }
}
