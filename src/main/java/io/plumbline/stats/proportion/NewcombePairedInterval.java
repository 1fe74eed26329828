package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * Interval of the difference of two proportions on the same items: the Wilson bounds of both, joined by "square and add" with the
 * correlation of the pairs, whose numerator is continuity corrected.
 * Source: Newcombe 1998, Stat. Med. 17:2635, method 10.
 */
public final class NewcombePairedInterval {

    private NewcombePairedInterval() {
    }

    /**
     * @param counts the paired table, at least one pair
     * @param confidence two-sided level between 0 and 1
     * @return the interval of {@code p_second - p_first}, bounds in [-1, 1]
     */
    public static Interval of(PairedCounts counts, double confidence) {
        double z = StandardNormal.ofConfidence(Argument.confidence(confidence));
        long n = counts.n();
        Interval first = WilsonInterval.atZ(counts.first(), n, z);
        Interval second = WilsonInterval.atZ(counts.second(), n, z);
        double p1 = (double) counts.first() / n;
        double p2 = (double) counts.second() / n;
        double phi = correctedPhi(counts);
        double below = distance(p2 - second.lower(), first.upper() - p1, phi);
        double above = distance(second.upper() - p2, p1 - first.lower(), phi);
        double difference = counts.difference();
        return new Interval(Math.max(-1, difference - below), Math.min(1, difference + above));
    }

    private static double distance(double d2, double d1, double phi) {
        return Math.sqrt(Math.max(0, d2 * d2 - 2 * phi * d2 * d1 + d1 * d1));
    }

    private static double correctedPhi(PairedCounts c) {
        double margins = (double) c.first() * (c.onlySecond() + c.neither()) * c.second() * (c.onlyFirst() + c.neither());
        if (margins == 0) {
            return 0;
        }
        double determinant = (double) c.both() * c.neither() - (double) c.onlyFirst() * c.onlySecond();
        double numerator = determinant > 0 ? Math.max(0, determinant - c.n() / 2.0) : determinant;
        return numerator / Math.sqrt(margins);
    }
}
