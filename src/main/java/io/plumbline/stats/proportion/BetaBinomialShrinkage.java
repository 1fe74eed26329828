package io.plumbline.stats.proportion;

import io.plumbline.stats.Argument;
import io.plumbline.stats.BetaQuantile;
import io.plumbline.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Small categories read in the light of all: each rate is drawn towards the common one, the more the fewer records it has. A second reading
 * beside the raw rate, never the only one.
 *
 * <p>Empirical Bayes: the category rates come from one Beta(a, b) whose parameters maximise the marginal (beta-binomial) likelihood; the
 * reading is the posterior Beta(a + k, b + n - k). Source: Casella 1985, Am. Stat. 39:83; likelihood: Griffiths 1973, Biometrics 29:637.
 */
public final class BetaBinomialShrinkage {

    private static final double LARGEST_SIZE = 1e6;
    private static final double SMALLEST_SIZE = 1e-2;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double a;
    private final double b;

    private BetaBinomialShrinkage(double a, double b) {
        this.a = a;
        this.b = b;
    }

    /**
     * Fits the common distribution.
     *
     * @param successes successes of each category
     * @param n trials of each category, each at least 1; at least two categories
     * @throws IllegalArgumentException for fewer than two categories or counts outside their range
     */
    public static BetaBinomialShrinkage fit(long[] successes, long[] n) {
        Argument.sameLength("successes and trials", successes.length, n.length);
        Argument.atLeast("number of categories", 2, n.length);
        long allSuccesses = 0;
        long all = 0;
        for (int i = 0; i < n.length; i++) {
            Argument.counts(successes[i], n[i]);
            allSuccesses += successes[i];
            all += n[i];
        }
        double least = 0.5 / (all + 1.0);
        double start = Math.min(1 - least, Math.max(least, (double) allSuccesses / all));
        double mean = start;
        double logSize = Math.log(100);
        for (int round = 0; round < 60; round++) {
            double fixedMean = mean;
            double nextSize = maximum(Math.log(SMALLEST_SIZE), Math.log(LARGEST_SIZE),
                x -> logLikelihood(successes, n, fixedMean, Math.exp(x)));
            double size = Math.exp(nextSize);
            double nextMean = maximum(least, 1 - least, x -> logLikelihood(successes, n, x, size));
            boolean settled = Math.abs(nextMean - mean) < 1e-10 && Math.abs(nextSize - logSize) < 1e-8;
            mean = nextMean;
            logSize = nextSize;
            if (settled) {
                break;
            }
        }
        return new BetaBinomialShrinkage(mean * Math.exp(logSize), (1 - mean) * Math.exp(logSize));
    }

    /** Mean of the common distribution. */
    public double commonRate() {
        return a / (a + b);
    }

    /** How many records the common distribution counts for; large when the categories hardly differ. */
    public double priorSize() {
        return a + b;
    }

    /** Posterior mean of a category. */
    public double rate(long successes, long n) {
        Argument.counts(successes, n);
        return (a + successes) / (a + b + n);
    }

    /** Equal-tailed posterior interval of a category; it takes the common distribution as known. */
    public Interval interval(long successes, long n, double confidence) {
        Argument.counts(successes, n);
        double tail = (1 - Argument.confidence(confidence)) / 2;
        return new Interval(BetaQuantile.of(tail, a + successes, b + n - successes),
            1 - BetaQuantile.of(tail, b + n - successes, a + successes));
    }

    /** Posterior means of all categories, in their order. */
    public List<Double> rates(long[] successes, long[] n) {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < n.length; i++) {
            rates.add(rate(successes[i], n[i]));
        }
        return rates;
    }

    private static double logLikelihood(long[] successes, long[] n, double mean, double size) {
        double a = mean * size;
        double b = (1 - mean) * size;
        double common = LogBeta.value(a, b);
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            sum += LogBeta.value(a + successes[i], b + n[i] - successes[i]) - common;
        }
        return sum;
    }

    private static double maximum(double low, double high, DoubleUnaryOperator f) {
        double left = low;
        double right = high;
        for (int i = 0; i < 90; i++) {
            double x1 = right - GOLDEN * (right - left);
            double x2 = left + GOLDEN * (right - left);
            if (f.applyAsDouble(x1) > f.applyAsDouble(x2)) {
                right = x2;
            } else {
                left = x1;
            }
        }
        return (left + right) / 2;
    }
}
