package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model's scores under names of lm-evaluation-harness ({@code mmlu/acc,none}) in a document of a study's own: {@code model},
 * {@code condition}, {@code <suite>_results} and, in some, {@code <suite>_overall_<metric>}.
 */
public final class NamedScoresReader implements RunReader {

    private static final String RESULTS = "_results";
    private static final String OVERALL = "_overall_";

    @Override
    public String format() {
        return "task-scores";
    }

    @Override
    public String title() {
        return "Task scores of one model";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("model") && glimpse.keys().stream().anyMatch(key -> key.endsWith(RESULTS)) && !glimpse.hasKeys("results");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        String field = glimpse.keys().stream().filter(key -> key.endsWith(RESULTS)).sorted().findFirst().orElseThrow();
        String suite = field.substring(0, field.length() - RESULTS.length());
        RunBuilder run = reading.run(format(), JsonDocument.text(root, "model"), suite).purpose(RunPurpose.CAPABILITY)
            .variant(JsonDocument.text(root, "condition")).metadata("adapter_path", JsonDocument.text(root, "adapter_path"));
        Map<String, TaskScores> tasks = new LinkedHashMap<>();
        root.path(field).fields().forEachRemaining(score -> {
            int slash = score.getKey().lastIndexOf('/');
            String task = slash < 0 ? suite : score.getKey().substring(0, slash);
            tasks.computeIfAbsent(task, name -> new TaskScores(name, -1, JsonNodeFactory.instance.missingNode()))
                .take(score.getKey().substring(slash + 1), score.getValue());
        });
        tasks.forEach((task, scores) -> scores.unusable().forEach(name -> reading.reject(new Reject(1, "The score “" + name
            + "” of the task " + task + " is not a number.", ""))));
        if (tasks.values().stream().allMatch(TaskScores::isEmpty)) {
            throw new InputException(glimpse.file().name() + " holds no score of a task: there is nothing to import.");
        }
        tasks.values().forEach(scores -> scores.addTo(run));
        RunData read = run.build();
        compareOverall(root, suite, read, run);
        return List.of(run.build());
    }

    /** The overall score is repeated outside the list; where the two differ, both are shown. */
    private static void compareOverall(JsonNode root, String suite, RunData read, RunBuilder run) {
        root.fields().forEachRemaining(field -> {
            String prefix = suite + OVERALL;
            if (field.getKey().startsWith(prefix) && field.getValue().isNumber()) {
                String metric = field.getKey().substring(prefix.length());
                Optional<Double> listed = read.run().results().stream().filter(r -> r.task().equals(suite) && r.metric().equals(metric))
                    .map(result -> result.value()).findFirst();
                run.metadata("declared." + field.getKey(), DeclaredRate.text(field.getValue().asDouble()));
                listed.filter(value -> Math.abs(value - field.getValue().asDouble()) > 1e-9)
                    .ifPresent(value -> run.metadata("difference." + field.getKey(), "The file states " + DeclaredRate.text(field.getValue()
                        .asDouble()) + "; its list of scores says " + DeclaredRate.text(value) + "."));
            }
        });
    }
}
