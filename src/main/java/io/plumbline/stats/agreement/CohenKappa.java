package io.plumbline.stats.agreement;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * Agreement of two raters beyond what their own habits would give by chance.
 * Sources: Cohen 1960, Educ. Psychol. Meas. 20:37; weighted: Cohen 1968, Psychol. Bull. 70:213; both variances: Fleiss, Cohen &amp;
 * Everitt 1969, Psychol. Bull. 72:323, eqs. 9 and 14.
 *
 * @param kappa at most 1; NaN when chance agreement is already complete (both raters used one and the same category)
 * @param standardError large-sample standard error of kappa
 * @param nullStandardError the same under "no agreement beyond chance"
 * @param observed weighted share of agreement seen, in [0, 1]
 * @param expected weighted share of agreement expected by chance
 * @param units doubly labelled units
 */
public record CohenKappa(double kappa, double standardError, double nullStandardError, double observed, double expected, long units) {

    /** Unweighted kappa of a confusion table. */
    public static CohenKappa of(long[][] table) {
        return of(table, DisagreementWeight.NOMINAL);
    }

    /**
     * @param table square counts: first rater's category in rows, second's in columns, categories in the order of the scale
     * @param weight how much two categories disagree
     * @throws IllegalArgumentException if the table is not square, has a negative count or no unit
     */
    public static CohenKappa of(long[][] table, DisagreementWeight weight) {
        int size = table.length;
        long units = 0;
        long[] row = new long[size];
        long[] column = new long[size];
        for (int i = 0; i < size; i++) {
            Argument.sameLength("rows and columns", size, table[i].length);
            for (int j = 0; j < size; j++) {
                Argument.count("a count", table[i][j]);
                row[i] += table[i][j];
                column[j] += table[i][j];
                units += table[i][j];
            }
        }
        if (units == 0) {
            throw new IllegalArgumentException("no unit was labelled by both raters");
        }
        double n = units;
        double[] rowWeight = new double[size];
        double[] columnWeight = new double[size];
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double w = weight.agreement(i, j, size);
                observed += w * table[i][j];
                expected += w * row[i] * column[j];
                rowWeight[i] += w * column[j] / n;
                columnWeight[j] += w * row[i] / n;
            }
        }
        observed /= n;
        expected /= n * n;
        double room = 1 - expected;
        if (room <= 1e-15) {
            return new CohenKappa(Double.NaN, Double.NaN, Double.NaN, observed, expected, units);
        }
        double kappa = (observed - expected) / room;
        double spread = 0;
        double nullSpread = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double w = weight.agreement(i, j, size);
                double habit = rowWeight[i] + columnWeight[j];
                double seen = w - habit * (1 - kappa);
                spread += table[i][j] / n * seen * seen;
                nullSpread += row[i] / n * (column[j] / n) * (w - habit) * (w - habit);
            }
        }
        double centre = kappa - expected * (1 - kappa);
        return new CohenKappa(kappa, root(spread - centre * centre, n, room), root(nullSpread - expected * expected, n, room), observed,
            expected, units);
    }

    /** kappa over its standard error under "no agreement beyond chance"; NaN where that error is 0. */
    public double z() {
        return nullStandardError > 1e-12 ? kappa / nullStandardError : Double.NaN;
    }

    /** Two-sided p-value of {@link #z}. */
    public double pValue() {
        return StandardNormal.twoSided(z());
    }

    /** Large-sample interval; not clipped. With fewer than about 50 units use {@link AgreementBootstrap}. */
    public Interval interval(double confidence) {
        if (Double.isNaN(kappa)) {
            throw new IllegalArgumentException("kappa is not defined when both raters used one and the same category");
        }
        double half = StandardNormal.ofConfidence(confidence) * standardError;
        return new Interval(kappa - half, kappa + half);
    }

    private static double root(double spread, double n, double room) {
        return Math.sqrt(Math.max(0, spread) / n) / room;
    }
}
