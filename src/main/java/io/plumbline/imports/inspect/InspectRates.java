package io.plumbline.imports.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.JsonDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log without samples states of its scores. Of a capability task that is worth keeping; on safety, rates without answers prove
 * nothing and pair with nothing.
 */
final class InspectRates {

    private InspectRates() {
    }

    static List<TaskResult> of(JsonNode header) {
        String task = JsonDocument.text(header.path("eval"), "task");
        List<TaskResult> rates = new ArrayList<>();
        if (BenchmarkCatalogue.builtIn().purposeOf(task, RunPurpose.SAFETY) == RunPurpose.CAPABILITY) {
            for (JsonNode score : header.path("results").path("scores")) {
                JsonNode metrics = score.path("metrics");
                double accuracy = metrics.path("accuracy").path("value").asDouble(Double.NaN);
                if (!Double.isNaN(accuracy)) {
                    rates.add(new TaskResult(task, score.path("name").asText() + " accuracy", "", accuracy,
                        metrics.path("stderr").path("value").asDouble(Double.NaN), score.path("scored_samples").asInt(-1),
                        TaskResult.Better.HIGHER, TaskResult.Origin.STATED));
                }
            }
        }
        return rates;
    }
}
