package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.ChiSquared;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;
import java.util.List;

/**
 * One question over many categories: is the odds ratio 1 in all of them, and what is it if it is common? Categories keep their own rates,
 * so a change of mix between them does not pass for an effect.
 * Sources: Mantel &amp; Haenszel 1959, JNCI 22:719; variance of the log odds ratio: Robins, Breslow &amp; Greenland 1986, Biometrics
 * 42:311.
 *
 * @param statistic chi-squared with one degree of freedom, without continuity correction
 * @param pValue its upper tail
 * @param correctedStatistic the same with the customary correction of one half
 * @param correctedPValue its upper tail
 * @param commonOddsRatio in [0, Infinity]
 * @param interval of the common odds ratio
 */
public record MantelHaenszel(double statistic, double pValue, double correctedStatistic, double correctedPValue,
        double commonOddsRatio, Interval interval) {

    /**
     * @param layers one 2 x 2 table for a category; layers with an empty margin add nothing
     * @param confidence level of the interval, between 0 and 1
     * @throws IllegalArgumentException if no layer carries information
     */
    public static MantelHaenszel of(List<Table2x2> layers, double confidence) {
        double excess = 0;
        double variance = 0;
        double numerator = 0;
        double denominator = 0;
        double pr = 0;
        double mixed = 0;
        double qs = 0;
        for (Table2x2 t : layers) {
            double n = t.n();
            if (n < 2) {
                continue;
            }
            excess += t.a() - t.row1() * (double) t.column1() / n;
            variance += (double) t.row1() / n * t.row2() / n * t.column1() / (n - 1) * t.column2();
            double r = t.a() * (double) t.d() / n;
            double s = t.b() * (double) t.c() / n;
            double p = (t.a() + t.d()) / n;
            double q = (t.b() + t.c()) / n;
            numerator += r;
            denominator += s;
            pr += p * r;
            mixed += p * s + q * r;
            qs += q * s;
        }
        if (variance == 0) {
            throw new IllegalArgumentException("no category has both groups and both answers");
        }
        double distance = Math.abs(excess);
        double corrected = distance - (distance >= 0.5 ? 0.5 : 0);
        double statistic = distance * distance / variance;
        double correctedStatistic = corrected * corrected / variance;
        double ratio = numerator / denominator;
        return new MantelHaenszel(statistic, ChiSquared.survival(statistic, 1), correctedStatistic,
            ChiSquared.survival(correctedStatistic, 1), ratio,
            interval(ratio, numerator, denominator, pr, mixed, qs, StandardNormal.ofConfidence(Argument.confidence(confidence))));
    }

    private static Interval interval(double ratio, double r, double s, double pr, double mixed, double qs, double z) {
        if (r == 0 || s == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double half = z * Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
        return new Interval(ratio * Math.exp(-half), ratio * Math.exp(half));
    }
}
