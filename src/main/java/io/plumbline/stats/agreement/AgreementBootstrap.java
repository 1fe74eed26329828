package io.plumbline.stats.agreement;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.distribution.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile-bootstrap interval of any coefficient of agreement: whole units are drawn with replacement, so that the ratings of a unit stay
 * together. Source: Efron &amp; Tibshirani 1993, An Introduction to the Bootstrap, section 13.3; Zapf et al. 2016, BMC Med. Res.
 * Methodol. 16:93.
 */
public final class AgreementBootstrap {

    private AgreementBootstrap() {
    }

    /**
     * @param ratersByUnits one row for a rater, one column for a unit; NaN for a missing rating
     * @param coefficient for example {@code GwetAc1::of}
     * @param confidence level between 0 and 1
     * @param draws number of resamples, at least 100
     * @param seed the seed of the draws
     * @return the interval of the draws in which the coefficient was defined
     * @throws IllegalArgumentException if it was defined in fewer than half of them
     */
    public static Interval interval(double[][] ratersByUnits, ToDoubleFunction<double[][]> coefficient, double confidence, int draws,
            long seed) {
        Argument.confidence(confidence);
        Argument.atLeast("draws", 100, draws);
        Argument.atLeast("number of raters", 2, ratersByUnits.length);
        int units = ratersByUnits[0].length;
        Argument.atLeast("number of units", 1, units);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] resample = new double[ratersByUnits.length][units];
        double[] values = new double[draws];
        int defined = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int unit = 0; unit < units; unit++) {
                int from = random.nextInt(units);
                for (int rater = 0; rater < ratersByUnits.length; rater++) {
                    resample[rater][unit] = ratersByUnits[rater][from];
                }
            }
            double value = valueOf(coefficient, resample);
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        if (defined < draws / 2) {
            throw new IllegalArgumentException("the coefficient is not defined in most resamples: too few units or no variation");
        }
        double[] sorted = Arrays.copyOf(values, defined);
        Arrays.sort(sorted);
        double tail = (1 - confidence) / 2;
        return new Interval(Quantiles.ofSorted(sorted, tail, 7), Quantiles.ofSorted(sorted, 1 - tail, 7));
    }

    /** A resample without any doubly rated unit has no coefficient; that is not an error of the caller. */
    private static double valueOf(ToDoubleFunction<double[][]> coefficient, double[][] resample) {
        try {
            return coefficient.applyAsDouble(resample);
        } catch (IllegalArgumentException undefined) {
            return Double.NaN;
        }
    }
}
