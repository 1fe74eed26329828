package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.RunBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The scores of one task as a result file states them. They can't be recomputed without the samples, except for the standard error of a
 * mean of zeros and ones, which follows from the mean and the number of documents.
 */
final class TaskScores {

    private static final Set<String> NO_SCORES = Set.of("alias", "name", "samples", "sample_len", "sample_count");
    private static final Set<String> ZERO_ONE = Set.of("acc", "acc_norm", "exact_match", "em", "pass@1", "mc1");
    private static final double ROUNDING = 0.0005;

    private final String task;
    private final int n;
    private final JsonNode higherIsBetter;
    private final Map<String, MetricName> names = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, Double> errors = new LinkedHashMap<>();
    private final List<String> unusable = new ArrayList<>();

    /** @param n documents scored; −1 where that is not stated */
    TaskScores(String task, int n, JsonNode higherIsBetter) {
        this.task = task;
        this.n = n;
        this.higherIsBetter = higherIsBetter;
    }

    /** Takes one field of the task's scores, e.g. {@code "acc,none": 0.7584}. */
    void take(String key, JsonNode value) {
        if (NO_SCORES.contains(key) || key.isBlank()) {
            return;
        }
        MetricName name = MetricName.of(key);
        boolean number = value.isNumber() && Double.isFinite(value.asDouble());
        if (name.part() == MetricName.Part.STANDARD_ERROR) {
            if (number && value.asDouble() >= 0) {
                errors.put(name.judge(), value.asDouble());
            }
        } else if (number) {
            names.put(name.judge(), name);
            values.put(name.judge(), value.asDouble());
        } else if (!value.isNull() && !value.isContainerNode()) {
            unusable.add(key);
        }
    }

    /** Takes a standard error that names no metric; it can only be that of the one metric there is. */
    void onlyError(String value) {
        if (values.size() == 1 && value.strip().matches("\\d*\\.?\\d+")) {
            errors.put(values.keySet().iterator().next(), Double.parseDouble(value.strip()));
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Names of scores that are no numbers. */
    List<String> unusable() {
        return unusable;
    }

    void addTo(RunBuilder run) {
        names.forEach((judge, name) -> {
            double value = values.get(judge);
            double error = errors.getOrDefault(judge, Double.NaN);
            checkError(run, judge, name, value, error);
            run.result(new TaskResult(task, name.metric(), name.filter(), value, error, n, better(name.metric()), TaskResult.Origin.STATED));
        });
    }

    private void checkError(RunBuilder run, String judge, MetricName name, double value, double error) {
        if (n > 1 && ZERO_ONE.contains(name.metric()) && !Double.isNaN(error) && value >= 0 && value <= 1) {
            double expected = Math.sqrt(value * (1 - value) / (n - 1));
            String subject = task + "." + judge + ".stderr";
            run.metadata("declared." + subject, DeclaredRate.text(error)).metadata("recomputed." + subject, DeclaredRate.text(expected));
            if (Math.abs(expected - error) > ROUNDING) {
                run.metadata("difference." + subject, String.format(Locale.ROOT,
                    "The file states a standard error of %s; a mean of %s over %d documents has %s.", DeclaredRate.text(error),
                    DeclaredRate.text(value), n, DeclaredRate.text(expected)));
            }
        }
    }

    private TaskResult.Better better(String metric) {
        JsonNode higher = higherIsBetter.path(metric);
        if (!higher.isBoolean()) {
            return ZERO_ONE.contains(metric) ? TaskResult.Better.HIGHER : TaskResult.Better.UNSTATED;
        }
        return higher.asBoolean() ? TaskResult.Better.HIGHER : TaskResult.Better.LOWER;
    }
}
