package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.JudgeNames;
import io.plumbline.imports.runs.RunBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Means of judges' scores, beside those that the file states ({@code judge_drift_mean} and the like). */
final class JudgeScoreTotals {

    /** Statements have four digits. */
    private static final double ROUNDING = 0.00006;

    private final RunBuilder run;
    private final Map<String, List<Double>> scores = new LinkedHashMap<>();

    JudgeScoreTotals(RunBuilder run) {
        this.run = run;
        run.samples().forEach(sample -> sample.judgements().stream().filter(Judgement::hasScore)
            .forEach(j -> scores.computeIfAbsent(j.judge(), judge -> new ArrayList<>()).add(j.score())));
    }

    void noteIn(JsonNode condition) {
        scores.forEach((judge, values) -> run.result(new TaskResult("probes", judge, "", mean(values), deviation(values)
            / Math.sqrt(values.size()), values.size(), TaskResult.Better.LOWER, TaskResult.Origin.RECOMPUTED)));
        String stated = statedJudge();
        condition.path("metrics").fields().forEachRemaining(metric -> {
            String[] parts = metric.getKey().split("_", 3);
            List<Double> values = parts.length == 3 ? scores.get(stated + "." + parts[1]) : null;
            if (values != null && metric.getValue().isNumber()) {
                compare(parts[1], parts[2], metric.getValue().asDouble(), values);
            }
        });
        JsonNode errors = condition.path("errors");
        long without = run.samples().stream().filter(sample -> sample.judgements().isEmpty()).count();
        if (errors.isNumber() && errors.asLong() != without) {
            run.metadata("difference.errors", "The file states " + errors.asLong() + " probes without a score; it holds " + without + ".");
        }
    }

    /** Totals of a file with several judges are those of their average. */
    private String statedJudge() {
        return scores.keySet().stream().map(judge -> judge.substring(0, judge.lastIndexOf('.')))
            .min((a, b) -> Boolean.compare(!JudgeNames.isAverage(a), !JudgeNames.isAverage(b))).orElse("");
    }

    private void compare(String scale, String statistic, double stated, List<Double> values) {
        double found = switch (statistic) {
            case "mean" -> mean(values);
            case "max" -> values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
            case "stdev" -> deviation(values);
            case "pct_above_1" -> (double) values.stream().filter(v -> v > 1).count() / values.size();
            case "n" -> values.size();
            default -> Double.NaN;
        };
        if (Double.isNaN(found)) {
            return;
        }
        String name = scale + "." + statistic;
        run.metadata("declared." + name, DeclaredRate.text(stated)).metadata("recomputed." + name, DeclaredRate.text(found));
        if (Math.abs(stated - found) > ROUNDING) {
            run.metadata("difference." + name, String.format(Locale.ROOT, "The file states %s; its scores give %s.", DeclaredRate.text(stated),
                DeclaredRate.text(found)));
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).sum() / values.size();
    }

    private static double deviation(List<Double> values) {
        double mean = mean(values);
        return values.size() < 2 ? Double.NaN : Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1));
    }
}
