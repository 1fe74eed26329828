package io.plumbline.stats.agreement;

import io.plumbline.stats.Argument;
import io.plumbline.stats.StandardNormal;

/**
 * Agreement beyond chance of a fixed number of raters, who need not be the same for every unit.
 * Sources: Fleiss 1971, Psychol. Bull. 76:378; standard error: Fleiss, Nee &amp; Landis 1979, Psychol. Bull. 86:974, eq. 12;
 * free-marginal form: Randolph 2005.
 *
 * @param kappa at most 1; NaN when all ratings are of one category
 * @param standardError under "no agreement beyond chance"
 * @param byCategory kappa of each category against the rest; NaN for one that nobody or everybody used
 * @param freeMarginal Randolph's kappa, whose chance agreement is one over the number of categories; NaN for a single category
 */
public record FleissKappa(double kappa, double standardError, double[] byCategory, double freeMarginal) {

    /**
     * @param unitsByCategories how many raters put each unit in each category; every row has the same sum, at least 2
     * @throws IllegalArgumentException if there is no unit, or rows have different sums
     */
    public static FleissKappa of(long[][] unitsByCategories) {
        Argument.atLeast("number of units", 1, unitsByCategories.length);
        int categories = unitsByCategories[0].length;
        long raters = sum(unitsByCategories[0]);
        if (raters < 2) {
            throw new IllegalArgumentException("agreement needs at least 2 raters: " + raters);
        }
        long[] used = new long[categories];
        long[] apart = new long[categories];
        long together = 0;
        for (long[] unit : unitsByCategories) {
            Argument.sameLength("the units' categories", categories, unit.length);
            if (sum(unit) != raters) {
                throw new IllegalArgumentException("every unit needs the same number of raters: " + raters + " and " + sum(unit));
            }
            for (int j = 0; j < categories; j++) {
                used[j] += Argument.count("a count", unit[j]);
                apart[j] += unit[j] * (raters - unit[j]);
                together += unit[j] * (unit[j] - 1);
            }
        }
        double ratings = (double) unitsByCategories.length * raters;
        double observed = together / (ratings * (raters - 1));
        double chance = 0;
        double pq = 0;
        double skew = 0;
        double[] byCategory = new double[categories];
        for (int j = 0; j < categories; j++) {
            double p = used[j] / ratings;
            double q = (ratings - used[j]) / ratings;
            chance += p * p;
            pq += p * q;
            skew += p * q * (q - p);
            byCategory[j] = p * q == 0 ? Double.NaN : 1 - apart[j] / (ratings * (raters - 1) * p * q);
        }
        double free = categories == 1 ? Double.NaN : (observed - 1.0 / categories) / (1 - 1.0 / categories);
        if (pq == 0) {
            return new FleissKappa(Double.NaN, Double.NaN, byCategory, free);
        }
        double error = Math.sqrt(2 * (pq * pq - skew) / (ratings * (raters - 1))) / pq;
        return new FleissKappa((observed - chance) / (1 - chance), error, byCategory, free);
    }

    /** kappa over its standard error under "no agreement beyond chance". */
    public double z() {
        return kappa / standardError;
    }

    /** Two-sided p-value of {@link #z}. */
    public double pValue() {
        return StandardNormal.twoSided(z());
    }

    private static long sum(long[] unit) {
        long sum = 0;
        for (long count : unit) {
            sum += count;
        }
        return sum;
    }
}
