package io.plumbline.stats.distribution;

import io.plumbline.stats.Argument;

/**
 * Hellinger distance, a bounded metric that is steadier than Kullback-Leibler for rare categories.
 * Source: Le Cam &amp; Yang 2000, Asymptotics in Statistics, section 3.1 (normalised to [0, 1]).
 */
public final class Hellinger {

    private Hellinger() {
    }

    /**
     * @param p weights of the categories, zero or more, not all zero; normalised here
     * @param q weights of the same categories
     * @return distance in [0, 1]
     */
    public static double distance(double[] p, double[] q) {
        Argument.sameLength("p and q", p.length, q.length);
        double[] first = Shares.of(p);
        double[] second = Shares.of(q);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double difference = Math.sqrt(first[i]) - Math.sqrt(second[i]);
            sum += difference * difference;
        }
        return Math.min(1, Math.sqrt(sum / 2));
    }
}
