package io.plumbline.evaluation.conditions;

import io.plumbline.domain.Judgement;
import io.plumbline.domain.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that judges gave in one run, prompt by prompt. Repeats of a prompt are averaged within it and never counted as prompts.
 *
 * @param byPrompt prompt key → one number per judge, in the order of the judges
 * @param without  prompts that lack a number of some judge
 */
record PromptScores(Map<String, double[]> byPrompt, int without) {

    static PromptScores of(List<Sample> samples, List<String> judges) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Sample sample : samples) {
            double[] sum = sums.computeIfAbsent(sample.key(), key -> new double[judges.size()]);
            int[] count = counts.computeIfAbsent(sample.key(), key -> new int[judges.size()]);
            for (int judge = 0; judge < judges.size(); judge++) {
                Optional<Judgement> word = sample.judgementOf(judges.get(judge)).filter(Judgement::hasScore);
                if (word.isPresent()) {
                    sum[judge] += word.get().score();
                    count[judge]++;
                }
            }
        }
        Map<String, double[]> means = new LinkedHashMap<>();
        sums.forEach((key, sum) -> {
            int[] count = counts.get(key);
            boolean whole = true;
            for (int judge = 0; judge < sum.length; judge++) {
                whole &= count[judge] > 0;
                sum[judge] /= Math.max(1, count[judge]);
            }
            if (whole) {
                means.put(key, sum);
            }
        });
        return new PromptScores(means, sums.size() - means.size());
    }

    /** One number per prompt: the mean over the judges. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        byPrompt.forEach((key, values) -> {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            means.put(key, sum / values.length);
        });
        return means;
    }

    /** The numbers of each judge, prompts in the same order. */
    double[][] byJudge(int judges) {
        double[][] ratings = new double[judges][byPrompt.size()];
        int at = 0;
        for (double[] values : byPrompt.values()) {
            for (int judge = 0; judge < judges; judge++) {
                ratings[judge][at] = values[judge];
            }
            at++;
        }
        return ratings;
    }
}
