package io.plumbline.stats.distribution;

/** Weights of categories turned into shares that add to 1, with the checks that every divergence needs. */
final class Shares {

    private Shares() {
    }

    /**
     * @param weights one or more weights, each zero or more and finite, not all zero; counts and shares both do
     */
    static double[] of(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight must be zero or more and finite: " + weight);
            }
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("no category has any weight");
        }
        double[] shares = new double[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights[i] / total;
        }
        return shares;
    }

    static double[] ofCounts(long[] counts) {
        double[] weights = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            weights[i] = counts[i];
        }
        return of(weights);
    }
}
