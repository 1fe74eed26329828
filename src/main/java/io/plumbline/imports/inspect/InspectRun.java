package io.plumbline.imports.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One Inspect log on its way to a run, whichever container it came in. Totals that the log states are recomputed from its samples and
 * both are kept.
 */
final class InspectRun {

    /** Largest difference that rounding explains. */
    private static final double ROUNDING = 0.0005;

    private final String format;
    private final RunReading reading;
    private final Map<String, InspectSample> samples = new LinkedHashMap<>();
    private int number;

    InspectRun(String format, RunReading reading) {
        this.format = format;
        this.reading = reading;
    }

    /** Takes a sample; a later one of the same id and epoch replaces an earlier one, as a retry does. */
    void add(InspectSample sample) {
        number++;
        if (sample.hasId()) {
            samples.put(key(sample), sample);
            reading.progress().records(1);
        } else {
            reading.reject(new Reject(number, "The sample has no id.", Excerpt.of(sample.draft().prompt())));
        }
    }

    /** Takes a summary for a sample that the log does not hold. */
    void addSummary(InspectSample summary) {
        if (summary.hasId() && !samples.containsKey(key(summary))) {
            add(summary);
        }
    }

    RunData finish(JsonNode header) {
        JsonNode eval = header.path("eval");
        String task = JsonDocument.text(eval, "task");
        String status = header.path("status").asText("started");
        if (samples.isEmpty() && InspectRates.of(header).isEmpty()) {
            throw new InputException(reading.request().fileName() + " is an Inspect log without samples (status " + status
                + "), so there is nothing to compare. Run the evaluation with its samples logged, or import the log that holds them.");
        }
        String model = JsonDocument.text(eval, "model");
        RunBuilder run = reading.run(format, model.isEmpty() ? "unnamed model" : model, task.isEmpty() ? "Inspect task" : task)
            .created(time(JsonDocument.text(eval, "created"))).metadata("status", status);
        describe(header, run);
        List<InspectSample> ordered = inOrderOfDataset(eval.path("dataset").path("sample_ids"));
        ordered.forEach(sample -> run.add(sample.draft(), sample.epoch()));
        compareTotals(header.path("results"), ordered, run);
        if (samples.isEmpty()) {
            InspectRates.of(header).forEach(run::result);
        }
        return run.build();
    }

    private static String key(InspectSample sample) {
        return sample.epoch() + "/" + sample.id();
    }

    private List<InspectSample> inOrderOfDataset(JsonNode sampleIds) {
        Map<String, Integer> place = new HashMap<>();
        sampleIds.forEach(id -> place.putIfAbsent(id.asText(), place.size()));
        List<InspectSample> ordered = new ArrayList<>(samples.values());
        ordered.sort(Comparator.comparingInt((InspectSample s) -> place.getOrDefault(s.id(), Integer.MAX_VALUE))
            .thenComparingInt(InspectSample::epoch));
        return ordered;
    }

    private static void describe(JsonNode header, RunBuilder run) {
        JsonNode eval = header.path("eval");
        run.metadata("eval_id", JsonDocument.text(eval, "eval_id")).metadata("run_id", JsonDocument.text(eval, "run_id"))
            .metadata("task_id", JsonDocument.text(eval, "task_id")).metadata("task_version", JsonDocument.text(eval, "task_version"))
            .metadata("dataset", JsonDocument.text(eval.path("dataset"), "name"))
            .metadata("inspect_ai", JsonDocument.text(eval.path("packages"), "inspect_ai"))
            .metadata("commit", JsonDocument.text(eval.path("revision"), "commit"))
            .metadata("epochs", JsonDocument.text(eval.path("config"), "epochs"))
            .metadata("declared.total_samples", JsonDocument.text(header.path("results"), "total_samples"))
            .metadata("declared.completed_samples", JsonDocument.text(header.path("results"), "completed_samples"));
        if (header.path("invalidated").asBoolean(false)) {
            run.metadata("invalidated", "true");
        }
        if (eval.path("task_args").size() > 0) {
            run.metadata("task_args", eval.path("task_args").toString());
        }
        if (eval.path("model_args").size() > 0) {
            run.metadata("model_args", eval.path("model_args").toString());
        }
    }

    private static void compareTotals(JsonNode results, List<InspectSample> samples, RunBuilder run) {
        Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
        for (InspectSample sample : samples) {
            sample.scores().fields().forEachRemaining(score -> addNumbers(score.getKey(), score.getValue().has("value")
                ? score.getValue().path("value") : score.getValue(), sample.id(), values));
        }
        values.forEach((scorer, bySample) -> {
            List<Double> numbers = bySample.values().stream().map(InspectRun::mean).toList();
            noteMean(scorer, numbers, run);
            run.result(new TaskResult(run.suite(), scorer + " accuracy", "", mean(numbers), standardError(numbers), numbers.size(),
                TaskResult.Better.HIGHER, TaskResult.Origin.RECOMPUTED));
        });
        for (JsonNode score : results.path("scores")) {
            String scorer = score.path("name").asText();
            score.path("metrics").fields().forEachRemaining(metric -> {
                JsonNode value = metric.getValue().path("value");
                if (value.isNumber()) {
                    run.metadata("declared." + scorer + "." + metric.getKey(), DeclaredRate.text(value.asDouble()));
                    if (metric.getKey().equals("accuracy") && isMean(score)) {
                        sayDifference(scorer, value.asDouble(), values.getOrDefault(scorer, Map.of()), run);
                    }
                }
            });
        }
        if (values.isEmpty()) {
            noteTargetsMet(samples, run);
        }
    }

    /** Other ways to reduce epochs, such as a mode or pass at k, give other numbers rightly. */
    private static boolean isMean(JsonNode score) {
        String reducer = JsonDocument.text(score, "reducer");
        return reducer.isEmpty() || reducer.equals("mean");
    }

    private static void sayDifference(String scorer, double stated, Map<String, List<Double>> bySample, RunBuilder run) {
        List<Double> numbers = bySample.values().stream().map(InspectRun::mean).toList();
        if (numbers.isEmpty() || Math.abs(mean(numbers) - stated) > ROUNDING) {
            run.metadata("difference." + scorer + ".accuracy", "The log states " + DeclaredRate.text(stated) + "; "
                + (numbers.isEmpty() ? "no sample in it has a score of this name." : "its " + numbers.size() + " scored samples give "
                + DeclaredRate.text(mean(numbers)) + "."));
        }
    }

    /** Epochs of one sample are repeats: their mean is the sample's one number, as Inspect has it by default. */
    private static void addNumbers(String scorer, JsonNode value, String sample, Map<String, Map<String, List<Double>>> values) {
        if (value.isObject()) {
            value.fields().forEachRemaining(part -> addNumbers(scorer + "." + part.getKey(), part.getValue(), sample, values));
            return;
        }
        InspectVerdicts.number(value).ifPresent(number -> values.computeIfAbsent(scorer, k -> new LinkedHashMap<>())
            .computeIfAbsent(sample, k -> new ArrayList<>()).add(number));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private static double standardError(List<Double> values) {
        double mean = mean(values);
        int n = values.size();
        return n < 2 ? Double.NaN : Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (n - 1) / n);
    }

    private static void noteMean(String scorer, List<Double> values, RunBuilder run) {
        run.metadata("recomputed." + scorer + ".accuracy", DeclaredRate.text(mean(values)));
        if (values.size() > 1) {
            run.metadata("recomputed." + scorer + ".stderr", DeclaredRate.text(standardError(values)));
        }
    }

    /** A log that was never scored still shows how many responses end as their target does. This judges nothing. */
    private static void noteTargetsMet(List<InspectSample> samples, RunBuilder run) {
        List<Double> met = samples.stream().filter(s -> !plain(s.target()).isEmpty())
            .map(s -> plain(s.response()).endsWith(plain(s.target())) ? 1.0 : 0.0).toList();
        if (!met.isEmpty()) {
            noteMean("target_match", met, run);
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ").strip();
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
