package io.plumbline.stats.resampling;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.PairedCounts;
import io.plumbline.stats.random.BinomialSampler;
import java.util.SplittableRandom;

/**
 * Bootstrap over prompts of the relative change {@code (p2 - p1) / p1} of paired rates: the cross-check of the interval that takes the
 * first
 * rate as known. Pairs of one kind are alike, so a resample is four counts and costs the same for a hundred prompts as for a million.
 * Source: Efron &amp; Tibshirani 1993, sections 13.3 and 14.3.
 */
public final class PairedChangeBootstrap {

    private PairedChangeBootstrap() {
    }

    /**
     * @param counts the paired table; at least one success the first time
     * @param draws number of resamples, at least 100
     * @param seed the seed of the draws
     */
    public static BootstrapSample relativeChange(PairedCounts counts, int draws, long seed) {
        Argument.atLeast("draws", 100, draws);
        long n = counts.n();
        SplittableRandom random = new SplittableRandom(seed);
        BinomialSampler binomial = new BinomialSampler(random);
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            long both = binomial.draw(n, (double) counts.both() / n);
            long rest = n - counts.both();
            long onlyFirst = rest == 0 ? 0 : binomial.draw(n - both, (double) counts.onlyFirst() / rest);
            long lower = rest - counts.onlyFirst();
            long onlySecond = lower == 0 ? 0 : binomial.draw(n - both - onlyFirst, (double) counts.onlySecond() / lower);
            values[draw] = relative(both, onlyFirst, onlySecond);
        }
        return new BootstrapSample(values, relative(counts.both(), counts.onlyFirst(), counts.onlySecond()));
    }

    /** Bias-corrected and accelerated interval of the relative change. */
    public static Interval biasCorrected(PairedCounts counts, double confidence, int draws, long seed) {
        Argument.confidence(confidence);
        BootstrapSample sample = relativeChange(counts, draws, seed);
        double[] leftOut = {
            relative(counts.both() - 1, counts.onlyFirst(), counts.onlySecond()),
            relative(counts.both(), counts.onlyFirst() - 1, counts.onlySecond()),
            relative(counts.both(), counts.onlyFirst(), counts.onlySecond() - 1),
            relative(counts.both(), counts.onlyFirst(), counts.onlySecond())};
        double[] weight = {counts.both(), counts.onlyFirst(), counts.onlySecond(), counts.neither()};
        return sample.biasCorrected(confidence, BootstrapSample.acceleration(leftOut, weight));
    }

    private static double relative(long both, long onlyFirst, long onlySecond) {
        long first = both + onlyFirst;
        return first <= 0 ? Double.NaN : (double) (onlySecond - onlyFirst) / first;
    }
}
