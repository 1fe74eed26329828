package io.plumbline.stats.proportion;

/**
 * The sums behind a {@link WeightedRate}, for records that come one by one and are not kept.
 * Source: the residual sum {@code sum w^2 (y - p)^2} written out as {@code (1 - 2p) sum w^2 y + p^2 sum w^2} for y of 0 and 1.
 */
public final class WeightedSums {

    private long n;
    private long successes;
    private double weights;
    private double squares;
    private double hits;
    private double hitSquares;

    /** @param inclusion the record's probability to be in the sample, in (0, 1] */
    public void add(boolean success, double inclusion) {
        if (!(inclusion > 0 && inclusion <= 1)) {
            throw new IllegalArgumentException("an inclusion probability lies in (0, 1]: " + inclusion);
        }
        double weight = 1 / inclusion;
        n++;
        weights += weight;
        squares += weight * weight;
        if (success) {
            successes++;
            hits += weight;
            hitSquares += weight * weight;
        }
    }

    public long n() {
        return n;
    }

    public long successes() {
        return successes;
    }

    /** Estimated size of the population: Horvitz–Thompson total of ones. */
    public double population() {
        return weights;
    }

    /** @throws IllegalArgumentException without a record */
    public WeightedRate rate(double confidence) {
        double rate = hits / weights;
        double spread = Math.max(0, (1 - 2 * rate) * hitSquares + rate * rate * squares);
        return WeightedRate.ofSums(n, rate, weights, squares, spread, confidence);
    }
}
