package io.plumbline.stats.agreement;

import java.util.Arrays;

/**
 * Agreement beyond chance that stays sensible when nearly all units are of one category, where kappa collapses.
 * Source: Gwet 2008, Br. J. Math. Stat. Psychol. 61:29, eqs. 3 and 8; many raters and missing ratings: Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th ed., section 5.3.
 */
public final class GwetAc1 {

    private GwetAc1() {
    }

    /**
     * @param ratersByUnits one row for a rater, one column for a unit; category codes, NaN for a missing rating
     * @return AC1, at most 1; exactly 1 when only one category occurs
     * @throws IllegalArgumentException if no unit has two ratings
     */
    public static double of(double[][] ratersByUnits) {
        Ratings ratings = new Ratings(ratersByUnits);
        return of(ratings.counts(), ratings.values().length);
    }

    /**
     * The same when the scale has categories that nobody used.
     *
     * @param ratersByUnits as above
     * @param categories size of the scale, at least the number of categories that occur
     */
    public static double of(double[][] ratersByUnits, int categories) {
        Ratings ratings = new Ratings(ratersByUnits);
        if (categories < ratings.values().length) {
            throw new IllegalArgumentException(
                "more categories occur than the scale has: " + ratings.values().length + " and " + categories);
        }
        return of(ratings.counts(), categories);
    }

    private static double of(long[][] units, int categories) {
        double agreement = 0;
        int doubly = 0;
        int rated = 0;
        double[] share = new double[units.length == 0 ? 0 : units[0].length];
        for (long[] unit : units) {
            long size = Arrays.stream(unit).sum();
            if (size >= 1) {
                rated++;
                for (int k = 0; k < share.length; k++) {
                    share[k] += (double) unit[k] / size;
                }
            }
            if (size >= 2) {
                doubly++;
                long pairs = 0;
                for (long count : unit) {
                    pairs += count * (count - 1);
                }
                agreement += (double) pairs / (size * (size - 1));
            }
        }
        if (doubly == 0) {
            throw new IllegalArgumentException("no unit has two ratings");
        }
        double chance = 0;
        for (double k : share) {
            chance += k / rated * (1 - k / rated);
        }
        chance = categories == 1 ? 0 : chance / (categories - 1);
        return (agreement / doubly - chance) / (1 - chance);
    }
}
