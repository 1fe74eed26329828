package io.plumbline.store;

import io.plumbline.store.segment.Quantiles;
import io.plumbline.store.segment.RollupSums;
import java.util.Arrays;

/** The values of one signal in one bucket, summed up. */
public final class SignalSummary {

    private final Quantiles quantiles = new Quantiles();
    private long count;
    private double sum;
    private double weight;
    private double weightedSum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private float[] values = new float[0];
    private int held;

    SignalSummary() {
    }

    void add(double value, double ownWeight) {
        addSums(1, value, value, value);
        weight += ownWeight;
        weightedSum += ownWeight * value;
        if (held == values.length) {
            values = Arrays.copyOf(values, Math.max(16, held * 2));
        }
        values[held++] = (float) value;
    }

    /** Adds a cell of the rollups; its distribution goes to {@link #quantiles}. */
    void add(RollupSums sums, int cell) {
        addSums(sums.n(cell), sums.sum(cell), sums.least(cell), sums.greatest(cell));
        weight += sums.weight(cell);
        weightedSum += sums.weightedSum(cell);
    }

    private void addSums(long n, double total, double low, double high) {
        count += n;
        sum += total;
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
    }

    Quantiles quantiles() {
        return quantiles;
    }

    void finish() {
        if (held > 0) {
            float[] sorted = Arrays.copyOf(values, held);
            Arrays.sort(sorted);
            quantiles.addSorted(sorted);
            held = 0;
            values = new float[0];
        }
    }

    /** Records that have a value. */
    public long count() {
        return count;
    }

    /** Mean of the records themselves; of a sample, see {@link #weightedMean}. */
    public double mean() {
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Sum of 1/p over the records that have a value. */
    public double weight() {
        return weight;
    }

    /** Mean of the population that the records are a sample of: each counts as 1/p. */
    public double weightedMean() {
        return count == 0 ? Double.NaN : weightedSum / weight;
    }

    public double least() {
        return count == 0 ? Double.NaN : least;
    }

    public double greatest() {
        return count == 0 ? Double.NaN : greatest;
    }

    /** The value below which this share of the values lies, off by less than 0.5 % of the ranks; NaN where no distribution was asked for. */
    public double quantile(double share) {
        return quantiles.at(share);
    }
}
