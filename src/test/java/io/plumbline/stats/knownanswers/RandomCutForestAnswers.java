package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.anomaly.RandomCutForestSeries;
import io.plumbline.stats.distribution.Quantiles;
import java.util.Arrays;

/**
 * Scores of forests are random and another quantity than the reference's displacement, so the file's rule is checked: the highest score
 * of some seeds' mean lies
 * at the anomaly, and it stands out of the median by the same order of magnitude (a factor of ten).
 */
final class RandomCutForestAnswers implements KnownAnswers {

    private static final int SEEDS = 12;

    @Override
    public void check(KnownCase known) {
        double[] x = known.vector("x");
        int shingle = known.integer("shingle");
        double[] anomaly = known.vector("anomaly_index");
        double[] scores = new double[x.length - shingle + 1];
        for (int seed = 1; seed <= SEEDS; seed++) {
            double[] once = RandomCutForestSeries.score(x, shingle, known.integer("trees"), known.integer("tree_size"), seed);
            Arrays.setAll(scores, i -> scores[i] + once[i] / SEEDS);
        }
        known.require(scores.length == known.expected("codisp_mean").size(), "a score for every run");
        int highest = 0;
        for (int i = 1; i < scores.length; i++) {
            highest = scores[i] > scores[highest] ? i : highest;
        }
        double from = anomaly[0] - shingle;
        double to = anomaly[anomaly.length - 1] + 1;
        known.require(highest >= from && highest <= to, "highest score at " + highest + ", anomaly " + from + " to " + to);
        JsonNode top = known.expected("top20_index");
        known.require(top.size() <= scores.length && Arrays.stream(Json.vector(top)).allMatch(i -> i < scores.length),
            "places of the reference's top scores");
        double ours = scores[highest] / Quantiles.median(scores);
        double theirs = known.expected("max_codisp_in_anomaly").doubleValue() / known.expected("median_codisp").doubleValue();
        known.require(ours > theirs / 10 && ours < theirs * 10, "highest over median " + ours + ", reference " + theirs);
    }
}
