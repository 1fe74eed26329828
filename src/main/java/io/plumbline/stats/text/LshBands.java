package io.plumbline.stats.text;

import io.plumbline.stats.Argument;

/**
 * How a signature is cut so that similar sets meet: {@code bands} bands of {@code rows} places; two sets are candidates if one band is
 * equal. Source: Leskovec, Rajaraman &amp; Ullman 2020, Mining of Massive Datasets, section 3.4.
 *
 * @param bands number of bands, at least 1
 * @param rows places of a band, at least 1
 */
public record LshBands(int bands, int rows) {

    private static final int STEPS = 400;

    /** @throws IllegalArgumentException for less than one band or row */
    public LshBands {
        Argument.atLeast("bands", 1, bands);
        Argument.atLeast("rows", 1, rows);
    }

    /** Probability that two sets of the given similarity become candidates: {@code 1 - (1 - s^rows)^bands}. */
    public double candidateProbability(double similarity) {
        Argument.probability("similarity", similarity);
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }

    /**
     * The bands that make the fewest errors for pairs of any similarity: the area of false candidates below the threshold plus that of
     * missed
     * ones above it is smallest.
     *
     * @param threshold similarity from which a pair should be found, between 0 and 1
     * @param length places of a signature, at least 1; a few may stay unused
     */
    public static LshBands optimal(double threshold, int length) {
        Argument.open("threshold", threshold);
        Argument.atLeast("length", 1, length);
        LshBands best = new LshBands(1, 1);
        double least = Double.POSITIVE_INFINITY;
        for (int bands = 1; bands <= length; bands++) {
            for (int rows = 1; rows <= length / bands; rows++) {
                LshBands candidate = new LshBands(bands, rows);
                double error = candidate.area(0, threshold) + (1 - threshold) - candidate.area(threshold, 1);
                if (error < least) {
                    least = error;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Simpson's rule. */
    private double area(double from, double to) {
        double step = (to - from) / STEPS;
        double sum = candidateProbability(from) + candidateProbability(to);
        for (int i = 1; i < STEPS; i++) {
            sum += candidateProbability(from + i * step) * (i % 2 == 0 ? 2 : 4);
        }
        return sum * step / 3;
    }
}
