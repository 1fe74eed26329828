package io.plumbline.stats.sketch;

import io.plumbline.stats.Argument;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;

/**
 * Quantiles of any number of values in a few kilobytes: sketches of days or shards merge into one of the whole, in any order, with the same
 * guarantee. Count, smallest and largest value are exact; a quantile's rank is off by at most {@link #rankError} with 99 % confidence.
 * Source: Karnin, Lang &amp; Liberty 2016, FOCS (KLL), through Apache DataSketches.
 */
public final class QuantileSketch {

    private final KllDoublesSketch sketch;

    private QuantileSketch(KllDoublesSketch sketch) {
        this.sketch = sketch;
    }

    /** An empty sketch with a rank error of about 1.3 %. */
    public static QuantileSketch empty() {
        return new QuantileSketch(KllDoublesSketch.newHeapInstance());
    }

    /**
     * An empty sketch of the given size.
     *
     * @param k 8 to 65535; 200 has a rank error of 1.3 %, 800 of 0.4 %
     */
    public static QuantileSketch empty(int k) {
        if (k < 8 || k > 65535) {
            throw new IllegalArgumentException("the size of a sketch is 8 to 65535: " + k);
        }
        return new QuantileSketch(KllDoublesSketch.newHeapInstance(k));
    }

    /** A sketch from {@link #toBytes}. */
    public static QuantileSketch ofBytes(byte[] bytes) {
        return new QuantileSketch(KllDoublesSketch.heapify(Memory.wrap(bytes)));
    }

    /** Adds a finite value. */
    public void add(double value) {
        sketch.update(Argument.finite("value", value));
    }

    /** Adds everything the other sketch has seen; the other stays as it is. */
    public void merge(QuantileSketch other) {
        if (!other.sketch.isEmpty()) {
            sketch.merge(other.sketch);
        }
    }

    /** How many values were added, exactly. */
    public long count() {
        return sketch.getN();
    }

    /** The smallest value, exactly. */
    public double least() {
        some();
        return sketch.getMinItem();
    }

    /** The largest value, exactly. */
    public double greatest() {
        some();
        return sketch.getMaxItem();
    }

    /** A value whose rank is within {@link #rankError} of p; p in [0, 1]. */
    public double quantile(double p) {
        some();
        return sketch.getQuantile(Argument.probability("p", p), QuantileSearchCriteria.INCLUSIVE);
    }

    /** The share of values up to {@code value}, within {@link #rankError}. */
    public double rank(double value) {
        some();
        return sketch.getRank(Argument.finite("value", value), QuantileSearchCriteria.INCLUSIVE);
    }

    /** The largest error of a rank, with 99 % confidence. */
    public double rankError() {
        return sketch.getNormalizedRankError(false);
    }

    /** The sketch as bytes, for storage. */
    public byte[] toBytes() {
        return sketch.toByteArray();
    }

    private void some() {
        if (sketch.isEmpty()) {
            throw new IllegalStateException("the sketch has no values yet");
        }
    }
}
