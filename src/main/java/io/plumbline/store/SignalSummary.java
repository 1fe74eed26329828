package io.plumbline.store;

import io.plumbline.store.segment.Quantiles;
import java.util.Arrays;

/** The values of one signal in one bucket, summed up. */
public final class SignalSummary {

    private final Quantiles quantiles = new Quantiles();
    private long count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private float[] values = new float[0];
    private int held;

    SignalSummary() {
    }

    void add(double value) {
        addSums(1, value, value, value);
        if (held == values.length) {
            values = Arrays.copyOf(values, Math.max(16, held * 2));
        }
        values[held++] = (float) value;
    }

    void addSums(long n, double total, double low, double high) {
        count += n;
        sum += total;
        least = Math.min(least, low);
        greatest = Math.max(greatest, high);
    }

    void addQuantiles(Quantiles more) {
        quantiles.add(more);
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

    public double mean() {
        return count == 0 ? Double.NaN : sum / count;
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
