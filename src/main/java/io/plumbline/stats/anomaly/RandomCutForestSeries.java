package io.plumbline.stats.anomaly;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.config.Precision;
import io.plumbline.stats.Argument;

/**
 * Anomaly scores of a series as it arrives: each run of {@code shingle} values is scored against the forest of those before it and then
 * joins it. Same seed, same scores. Source: Guha, Mishra, Roy &amp; Schrijvers 2016, ICML, Robust Random Cut Forest, through Amazon's
 * implementation.
 */
public final class RandomCutForestSeries {

    private RandomCutForestSeries() {
    }

    /**
     * @param series finite values in order of time, at least {@code shingle}
     * @param shingle values of a run, at least 1
     * @param trees number of trees, at least 1
     * @param sampleSize runs that a tree remembers, at least 2
     * @param seed the seed of all draws
     * @return one score for each run, {@code series.length - shingle + 1} of them, the run that starts at i at place i; about 1 for an
     *     ordinary run, 0 while the forest has seen fewer than a quarter of its sample
     */
    public static double[] score(double[] series, int shingle, int trees, int sampleSize, long seed) {
        Argument.atLeast("shingle", 1, shingle);
        Argument.atLeast("trees", 1, trees);
        Argument.atLeast("sample size", 2, sampleSize);
        Argument.finite("series", series);
        Argument.atLeast("length of the series", shingle, series.length);
        RandomCutForest forest = RandomCutForest.builder().compact(true).precision(Precision.FLOAT_32).dimensions(shingle).shingleSize(1)
            .numberOfTrees(trees).sampleSize(sampleSize).outputAfter(Math.max(1, sampleSize / 4)).randomSeed(seed)
            .parallelExecutionEnabled(false).build();
        double[] scores = new double[series.length - shingle + 1];
        float[] run = new float[shingle];
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < shingle; j++) {
                run[j] = (float) series[i + j];
            }
            scores[i] = forest.getAnomalyScore(run);
            forest.update(run);
        }
        return scores;
    }
}
