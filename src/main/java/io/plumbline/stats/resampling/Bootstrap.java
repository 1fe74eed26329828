package io.plumbline.stats.resampling;

import io.plumbline.stats.Argument;
import io.plumbline.stats.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Bootstrap of any statistic over units that are drawn with replacement: records where records are independent, whole clusters (all prompts
 * of one template, all epochs of one prompt) where they are not. Same seed, same intervals.
 * Source: Efron 1979, Ann. Stat. 7:1; clusters as units: Davison &amp; Hinkley 1997, section 3.8.
 */
public final class Bootstrap {

    private Bootstrap() {
    }

    /** A statistic of a sample in which unit i occurs {@code times[i]} times; NaN where it is not defined. */
    @FunctionalInterface
    public interface Statistic {
        /** @param times how often each unit occurs; not to be kept or changed */
        double of(int[] times);
    }

    /**
     * @param units number of units, at least 1
     * @param statistic computed from how often each unit was drawn
     * @param draws number of resamples, at least 100
     * @param seed the seed of the draws
     * @throws IllegalArgumentException if the statistic is not defined for the sample or for most resamples
     */
    public static BootstrapSample of(int units, Statistic statistic, int draws, long seed) {
        Argument.atLeast("units", 1, units);
        Argument.atLeast("draws", 100, draws);
        int[] times = new int[units];
        Arrays.fill(times, 1);
        double estimate = statistic.of(times);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < units; i++) {
                times[random.nextInt(units)]++;
            }
            values[draw] = statistic.of(times);
        }
        return new BootstrapSample(values, estimate);
    }

    /** The bias-corrected and accelerated interval; the acceleration comes from leaving out each unit once. Arguments as in {@link #of}. */
    public static Interval biasCorrected(int units, Statistic statistic, double confidence, int draws, long seed) {
        Argument.confidence(confidence);
        BootstrapSample sample = of(units, statistic, draws, seed);
        int[] times = new int[units];
        Arrays.fill(times, 1);
        double[] leftOut = new double[units];
        for (int i = 0; i < units; i++) {
            times[i] = 0;
            leftOut[i] = units == 1 ? Double.NaN : statistic.of(times);
            times[i] = 1;
        }
        double[] once = new double[units];
        Arrays.fill(once, 1);
        return sample.biasCorrected(confidence, units == 1 ? 0 : BootstrapSample.acceleration(leftOut, once));
    }
}
