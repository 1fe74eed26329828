package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Result files of lm-evaluation-harness: scores by task, no samples. What its tasks measure is capability, but for those that the catalogue
 * knows as safety benchmarks; a file with both gives a run of each, so that the two never mix.
 */
public final class LmEvalResultsReader implements RunReader {

    private static final Pattern PRETRAINED = Pattern.compile("(?:^|,)\\s*(?:pretrained|model|engine)\\s*=\\s*([^,]+)");
    private static final int TASKS_NAMED = 3;

    @Override
    public String format() {
        return "lm-eval-results";
    }

    @Override
    public String title() {
        return "lm-evaluation-harness results";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("results") && (glimpse.hasKeys("n-samples") || glimpse.hasKeys("configs") || glimpse.hasKeys("lm_eval_version")
            || glimpse.hasKeys("versions", "config"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        Map<RunPurpose, List<TaskScores>> scores = new EnumMap<>(RunPurpose.class);
        Map<RunPurpose, List<String>> tasks = new EnumMap<>(RunPurpose.class);
        allTasks(root).forEach((task, fields) -> {
            TaskScores taken = scores(root, task, fields);
            taken.unusable().forEach(name -> reading.reject(new Reject(1, "The score “" + name + "” of the task " + task
                + " is not a number.", "")));
            if (!taken.isEmpty()) {
                RunPurpose purpose = BenchmarkCatalogue.builtIn().purposeOf(task, RunPurpose.CAPABILITY);
                scores.computeIfAbsent(purpose, p -> new ArrayList<>()).add(taken);
                tasks.computeIfAbsent(purpose, p -> new ArrayList<>()).add(task);
            }
        });
        if (scores.isEmpty()) {
            throw new InputException(glimpse.file().name() + " is a result file of lm-evaluation-harness without a score. Run the evaluation to "
                + "its end, or import its sample files.");
        }
        List<RunData> runs = new ArrayList<>();
        scores.forEach((purpose, taken) -> {
            RunBuilder run = reading.run(format(), model(root), suite(root, tasks.get(purpose))).purpose(purpose)
                .created(date(root.path("date")));
            describe(root, run);
            taken.forEach(task -> task.addTo(run));
            runs.add(run.build());
        });
        return runs;
    }

    /** Scores by task; groups stand among the tasks already in most versions. */
    private static Map<String, JsonNode> allTasks(JsonNode root) {
        Map<String, JsonNode> tasks = new LinkedHashMap<>();
        root.path("results").fields().forEachRemaining(task -> tasks.put(task.getKey(), task.getValue()));
        root.path("groups").fields().forEachRemaining(group -> tasks.putIfAbsent(group.getKey(), group.getValue()));
        return tasks;
    }

    private static TaskScores scores(JsonNode root, String task, JsonNode fields) {
        TaskScores taken = new TaskScores(task, root.path("n-samples").path(task).path("effective").asInt(-1),
            root.path("higher_is_better").path(task));
        fields.fields().forEachRemaining(field -> taken.take(field.getKey(), field.getValue()));
        return taken;
    }

    /** A run of a group of tasks is named after the group. */
    private static String suite(JsonNode root, List<String> tasks) {
        TreeSet<String> parts = new TreeSet<>();
        root.path("group_subtasks").forEach(subtasks -> subtasks.forEach(subtask -> parts.add(subtask.asText())));
        List<String> whole = tasks.stream().filter(task -> !parts.contains(task)).toList();
        List<String> named = whole.isEmpty() ? tasks : whole;
        return named.stream().limit(TASKS_NAMED).collect(Collectors.joining(", "))
            + (named.size() > TASKS_NAMED ? " and " + (named.size() - TASKS_NAMED) + " more" : "");
    }

    private static String model(JsonNode root) {
        String name = JsonDocument.text(root, "model_name");
        if (!name.isEmpty()) {
            return name;
        }
        JsonNode arguments = root.path("config").path("model_args");
        for (String field : List.of("pretrained", "model", "engine")) {
            if (!JsonDocument.text(arguments, field).isEmpty()) {
                return JsonDocument.text(arguments, field);
            }
        }
        Matcher pretrained = PRETRAINED.matcher(arguments.asText());
        if (pretrained.find()) {
            return pretrained.group(1).strip();
        }
        String kind = JsonDocument.text(root.path("config"), "model");
        return kind.isEmpty() ? "unnamed model" : kind;
    }

    private static void describe(JsonNode root, RunBuilder run) {
        for (String field : List.of("lm_eval_version", "git_hash", "transformers_version", "model_source", "chat_template_sha",
            "system_instruction_sha", "total_evaluation_time_seconds")) {
            run.metadata(field, JsonDocument.text(root, field));
        }
        JsonNode config = root.path("config");
        for (String field : List.of("limit", "batch_size", "random_seed", "model_args")) {
            JsonNode value = config.path(field);
            run.metadata("config." + field, value.isContainerNode() ? value.toString() : JsonDocument.text(config, field));
        }
        root.path("n-shot").fields().forEachRemaining(task -> run.metadata("n-shot." + task.getKey(), task.getValue().asText()));
        root.path("versions").fields().forEachRemaining(task -> run.metadata("version." + task.getKey(), task.getValue().asText()));
        root.path("n-samples").fields().forEachRemaining(task -> {
            String original = JsonDocument.text(task.getValue(), "original");
            String effective = JsonDocument.text(task.getValue(), "effective");
            if (!original.equals(effective)) {
                run.metadata("partial." + task.getKey(), effective + " of " + original + " documents");
            }
        });
    }

    private static Optional<Instant> date(JsonNode seconds) {
        return seconds.isNumber() && seconds.asDouble() > 0 && seconds.asDouble() < 1e11
            ? Optional.of(Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000))) : Optional.empty();
    }
}
