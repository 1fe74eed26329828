package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.util.Arrays;
import java.util.Collection;

/**
 * Values of a signal over some records, ascending, with the design weight of each. Quantiles are those of the population that the records
 * were drawn from; their intervals are order statistics, so they need no assumption about the distribution.
 *
 * @param values  ascending
 * @param weights inverse inclusion probabilities, in the order of the values; empty where all are equal
 */
public record OutputSample(double[] values, double[] weights) {

    public static final OutputSample EMPTY = new OutputSample(new double[0], new double[0]);

    public static OutputSample equallyWeighted(double[] ascending) {
        return new OutputSample(ascending, new double[0]);
    }

    /** All of these together. */
    public static OutputSample merged(Collection<OutputSample> parts) {
        int size = parts.stream().mapToInt(OutputSample::size).sum();
        boolean weighted = parts.stream().anyMatch(p -> p.weights.length > 0);
        double[] values = new double[size];
        double[] weights = new double[weighted ? size : 0];
        int at = 0;
        for (OutputSample part : parts) {
            System.arraycopy(part.values, 0, values, at, part.size());
            for (int i = 0; weighted && i < part.size(); i++) {
                weights[at + i] = part.weight(i);
            }
            at += part.size();
        }
        return weighted ? ofUnsorted(values, weights) : sorted(values);
    }

    /** From values in any order with their weights. */
    public static OutputSample ofUnsorted(double[] values, double[] weights) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] v = new double[values.length];
        double[] w = new double[values.length];
        for (int i = 0; i < order.length; i++) {
            v[i] = values[order[i]];
            w[i] = weights[order[i]];
        }
        return new OutputSample(v, w);
    }

    private static OutputSample sorted(double[] values) {
        Arrays.sort(values);
        return equallyWeighted(values);
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    private double weight(int i) {
        return weights.length == 0 ? 1 : weights[i];
    }

    public double effectiveN() {
        if (weights.length == 0) {
            return values.length;
        }
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    /** Smallest value that at least this part of the population does not exceed (inverse of the distribution function). */
    public double quantile(double probability) {
        if (values.length == 0) {
            return Double.NaN;
        }
        if (weights.length == 0) {
            int rank = (int) Math.ceil(probability * values.length);
            return values[Math.min(values.length, Math.max(1, rank)) - 1];
        }
        double total = Arrays.stream(weights).sum();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i];
            if (sum >= probability * total) {
                return values[i];
            }
        }
        return values[values.length - 1];
    }

    /**
     * Interval of a quantile between two order statistics, by the normal approximation of their binomial ranks; where there is no order
     * statistic beyond, the extreme value stands in.
     */
    public Interval quantileInterval(double probability, double z) {
        double reach = z * Math.sqrt(probability * (1 - probability) / Math.max(1, effectiveN()));
        return new Interval(quantile(Math.max(0, probability - reach)), quantile(Math.min(1, probability + reach)));
    }

    /** Part of the population above a value, as records and effective counts. */
    public Tally above(double limit) {
        double weight = 0;
        double squares = 0;
        double above = 0;
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            double w = weight(i);
            weight += w;
            squares += w * w;
            if (values[i] > limit) {
                above += w;
                count++;
            }
        }
        return new Tally(values.length, count, weight, squares, above);
    }
}
