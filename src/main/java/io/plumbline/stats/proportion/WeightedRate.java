package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;

/**
 * A rate from records that entered the sample with different probabilities: each counts for one over its own. Flagged records kept in
 * full and the rest at 2 % would otherwise make a refusal rate of 5 % read 65 %.
 * Sources: ratio estimator and its variance: Särndal, Swensson &amp; Wretman 1992, Model Assisted Survey Sampling, eqs. 5.7.4 and 5.7.7;
 * effective size: Kish 1965, Survey Sampling, section 11.7; Wilson interval at the effective size: Franco et al. 2019, J. Surv. Stat.
 * Methodol. 7:334.
 *
 * @param rate weighted share of successes
 * @param standardError linearised standard error under independent inclusion
 * @param effectiveN Kish's effective size {@code (sum w)^2 / sum w^2}, between 1 and n
 * @param interval Wilson interval at the size whose binomial variance equals the linearised one (the effective size when all agree)
 */
public record WeightedRate(double rate, double standardError, double effectiveN, Interval interval) {

    /**
     * @param success whether each record is a success; at least one record
     * @param inclusion each record's probability to be in the sample, in (0, 1]
     * @param confidence level between 0 and 1
     */
    public static WeightedRate of(boolean[] success, double[] inclusion, double confidence) {
        Argument.sameLength("successes and inclusion probabilities", success.length, inclusion.length);
        Argument.atLeast("number of records", 1, success.length);
        double weights = 0;
        double squares = 0;
        double hits = 0;
        for (int i = 0; i < success.length; i++) {
            if (!(inclusion[i] > 0 && inclusion[i] <= 1)) {
                throw new IllegalArgumentException("an inclusion probability lies in (0, 1]: " + inclusion[i]);
            }
            double weight = 1 / inclusion[i];
            weights += weight;
            squares += weight * weight;
            hits += success[i] ? weight : 0;
        }
        double rate = hits / weights;
        double spread = 0;
        for (int i = 0; i < success.length; i++) {
            double residual = ((success[i] ? 1 : 0) - rate) / inclusion[i];
            spread += residual * residual;
        }
        return ofSums(success.length, rate, weights, squares, spread, confidence);
    }

    /** @param spread sum of the squared weighted residuals */
    static WeightedRate ofSums(long n, double rate, double weights, double squares, double spread, double confidence) {
        Argument.atLeast("number of records", 1, (int) Math.min(Integer.MAX_VALUE, n));
        double effectiveN = weights * weights / squares;
        double variance = spread / (weights * weights);
        double size = variance > 0 ? rate * (1 - rate) / variance : effectiveN;
        return new WeightedRate(rate, Math.sqrt(variance), effectiveN, wilson(rate, size, StandardNormal.ofConfidence(confidence)));
    }

    private static Interval wilson(double rate, double size, double z) {
        double z2 = z * z;
        double centre = (rate + z2 / (2 * size)) / (1 + z2 / size);
        double half = z / (1 + z2 / size) * Math.sqrt(rate * (1 - rate) / size + z2 / (4 * size * size));
        return new Interval(rate == 0 ? 0 : centre - half, rate == 1 ? 1 : centre + half).clippedTo(0, 1);
    }
}
