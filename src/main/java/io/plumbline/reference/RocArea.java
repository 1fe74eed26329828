package io.plumbline.reference;

import java.util.List;

/**
 * Area under the ROC curve with its standard error. Source: Hanley & McNeil 1982, Radiology 143(1), equations 1 and 2; ties count half.
 *
 * @param value         chance that a positive has the higher value
 * @param standardError by Hanley and McNeil's exponential approximation
 */
record RocArea(double value, double standardError) {

    static RocArea of(List<Double> positives, List<Double> negatives) {
        double[] sorted = negatives.stream().mapToDouble(v -> v).sorted().toArray();
        double wins = 0;
        for (double positive : positives) {
            wins += (below(sorted, positive) + below(sorted, Math.nextUp(positive))) / 2.0;
        }
        double p = positives.size();
        double n = negatives.size();
        double area = wins / (p * n);
        double q1 = area / (2 - area);
        double q2 = 2 * area * area / (1 + area);
        double variance = (area * (1 - area) + (p - 1) * (q1 - area * area) + (n - 1) * (q2 - area * area)) / (p * n);
        return new RocArea(area, Math.sqrt(Math.max(0, variance)));
    }

    /** How many of the sorted values lie below one. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
