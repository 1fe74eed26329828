package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.anomaly.IsolationForest;
import io.plumbline.stats.anomaly.LocalOutlierFactor;
import io.plumbline.stats.anomaly.RankingQuality;
import io.plumbline.stats.anomaly.RobustDistance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Local outlier factors are compared as numbers; forests and robust distances are random and compared by how well they rank. Where the file
 * gives no rule (average precision, smallest and largest area), the mean must lie within a tenth, and between the smallest and the largest.
 */
final class AnomalyRankingAnswers implements KnownAnswers {

    private static final int SEEDS = 40;
    private static final double PRECISION_RULE = 0.1;

    @Override
    public void check(KnownCase known) {
        double[][] x = known.matrix("x");
        double[] mark = known.vector("is_outlier");
        boolean[] outlier = new boolean[mark.length];
        for (int i = 0; i < mark.length; i++) {
            outlier[i] = mark[i] == 1;
        }
        forest(known, x, outlier);
        if (known.expects("lof")) {
            Map<String, Object> factors = new HashMap<>();
            known.expected("lof").fieldNames().forEachRemaining(k -> {
                double[] factor = LocalOutlierFactor.of(x, Integer.parseInt(k));
                factors.put(k, Map.of("auc", RankingQuality.areaUnderCurve(factor, outlier), "first5", Arrays.copyOf(factor, 5)));
            });
            known.expect("lof", factors, known.tolerance("lof"));
        }
        if (known.expects("elliptic_envelope_auc_mean")) {
            double mean = IntStream.range(0, 10)
                .mapToDouble(seed -> RankingQuality.areaUnderCurve(RobustDistance.of(x, seed), outlier)).sum() / 10;
            known.expect("elliptic_envelope_auc_mean", mean, known.tolerance("elliptic"));
        }
    }

    private static void forest(KnownCase known, double[][] x, boolean[] outlier) {
        double[] area = new double[SEEDS];
        double[] precision = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] score = IsolationForest.grow(x, IsolationForest.CUSTOMARY_TREES, IsolationForest.CUSTOMARY_SAMPLE, seed).score(x);
            area[seed] = RankingQuality.areaUnderCurve(score, outlier);
            precision[seed] = RankingQuality.averagePrecision(score, outlier);
        }
        double mean = Arrays.stream(area).sum() / SEEDS;
        double sd = known.expected("iforest_auc_sd").doubleValue();
        JsonNode reference = known.expected("iforest_auc_mean");
        known.require(Math.abs(mean - reference.doubleValue()) <= 3 * sd / Math.sqrt(20) * 2, "mean area " + mean + ", reference "
            + reference + " +- " + sd);
        double least = known.expected("iforest_auc_min").asDouble(0) - 1e-12;
        double most = known.expected("iforest_auc_max").asDouble(1) + 1e-12;
        known.require(mean >= least && mean <= most,
            "mean area " + mean + " outside of the reference's range");
        if (known.expects("iforest_ap_mean")) {
            double ap = Arrays.stream(precision).sum() / SEEDS;
            known.require(Math.abs(ap - known.expected("iforest_ap_mean").doubleValue()) <= PRECISION_RULE, "mean average precision " + ap);
        }
    }
}
