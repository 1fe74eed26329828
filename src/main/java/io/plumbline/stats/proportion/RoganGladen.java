package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * The true rate behind an imperfect classifier: the flagged rate corrected by sensitivity and specificity, which reviewers measured on a
 * random sub-sample and which therefore widen the interval.
 * Sources: Rogan &amp; Gladen 1978, Am. J. Epidemiol. 107:71, eq. 1; interval with estimated sensitivity and specificity: Lang &amp;
 * Reiczigel 2014, Prev. Vet. Med. 113:13, eqs. 5-10.
 *
 * @param rate corrected rate, clipped to [0, 1]
 * @param unclipped the same before clipping: far outside [0, 1] it says that the sensitivity or specificity does not fit this data
 * @param interval of the true rate, within [0, 1]
 */
public record RoganGladen(double rate, double unclipped, Interval interval) {

    /**
     * @param flagged records that the classifier flagged
     * @param n all records, at least 1
     * @param truePositives flagged among {@code positives}
     * @param positives records that a reviewer found positive, at least 1
     * @param trueNegatives not flagged among {@code negatives}
     * @param negatives records that a reviewer found negative, at least 1
     * @param confidence level between 0 and 1
     * @throws IllegalArgumentException if sensitivity + specificity is at most 1: the classifier tells nothing
     */
    public static RoganGladen of(long flagged, long n, long truePositives, long positives, long trueNegatives, long negatives,
            double confidence) {
        Argument.counts(flagged, n);
        Argument.counts(truePositives, positives);
        Argument.counts(trueNegatives, negatives);
        double sensitivity = (double) truePositives / positives;
        double specificity = (double) trueNegatives / negatives;
        if (sensitivity + specificity <= 1) {
            throw new IllegalArgumentException("a classifier with sensitivity " + sensitivity + " and specificity " + specificity
                + " tells nothing about the true rate");
        }
        double falsePositives = (double) (negatives - trueNegatives) / negatives;
        double unclipped = ((double) flagged / n - falsePositives) / (sensitivity - falsePositives);
        return new RoganGladen(Math.min(1, Math.max(0, unclipped)), unclipped,
            interval(flagged, n, sensitivity, positives, specificity, negatives, StandardNormal.ofConfidence(confidence)));
    }

    private static Interval interval(long flagged, long n, double sensitivity, long positives, double specificity, long negatives,
            double z) {
        double z2 = z * z;
        double size = n + z2;
        double rate = (flagged + z2 / 2) / size;
        double sens = (positives * sensitivity + 1) / (positives + 2.0);
        double spec = (negatives * specificity + 1) / (negatives + 2.0);
        double power = sens + spec - 1;
        double corrected = (rate + spec - 1) / power;
        double shift = 2 * z2 * (corrected * sens * (1 - sens) / (positives + 2.0)
            - (1 - corrected) * spec * (1 - spec) / (negatives + 2.0));
        double variance = rate * (1 - rate) / size
            + corrected * corrected * sens * (1 - sens) / (positives + 2.0)
            + (1 - corrected) * (1 - corrected) * spec * (1 - spec) / (negatives + 2.0);
        double half = z * Math.sqrt(variance) / power;
        return new Interval(corrected + shift - half, corrected + shift + half).clippedTo(0, 1);
    }
}
