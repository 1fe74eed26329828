package io.plumbline.stats.control;

/** Counts per bucket turned into proportions, checked once for all attribute charts. */
final class Proportions {

    private Proportions() {
    }

    static double[] of(long[] k, long[] n) {
        requireCounts(k, n);
        double[] p = new double[k.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = (double) k[i] / n[i];
        }
        return p;
    }

    static double pooled(long[] k, long[] n) {
        requireCounts(k, n);
        long successes = 0;
        long trials = 0;
        for (int i = 0; i < k.length; i++) {
            successes += k[i];
            trials += n[i];
        }
        return (double) successes / trials;
    }

    private static void requireCounts(long[] k, long[] n) {
        if (k.length != n.length || k.length == 0) {
            throw new IllegalArgumentException("A chart needs as many counts as sizes and at least one, got " + k.length + " and "
                + n.length);
        }
        for (int i = 0; i < k.length; i++) {
            if (n[i] < 1 || k[i] < 0 || k[i] > n[i]) {
                throw new IllegalArgumentException("Bucket " + i + " has " + k[i] + " of " + n[i]);
            }
        }
    }
}
