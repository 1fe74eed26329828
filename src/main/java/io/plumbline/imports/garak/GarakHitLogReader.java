package io.plumbline.imports.garak;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.UnusableRecord;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.JsonRecords;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hit logs of garak: only what a detector called a hit. Without the attempts that failed there is no rate in them, so they are label
 * material and never one side of a comparison.
 */
public final class GarakHitLogReader implements RunReader {

    @Override
    public String format() {
        return "garak-hitlog";
    }

    @Override
    public String title() {
        return "garak hit log (hits only)";
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LABELS;
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("probe", "detector", "prompt", "output", "score") && (glimpse.hasKeys("attempt_id") || glimpse.hasKeys("run_id"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        Map<String, RunBuilder> runs = new LinkedHashMap<>();
        JsonRecords.forEach(glimpse, reading, hit -> {
            String probe = JsonDocument.text(hit, "probe");
            if (probe.isEmpty()) {
                throw new UnusableRecord("The hit names no probe.");
            }
            String generator = JsonDocument.text(hit, "generator");
            RunBuilder run = runs.computeIfAbsent(generator, model -> reading.run(format(), model.isEmpty() ? "unnamed model" : model, "garak hits")
                .purpose(RunPurpose.REFERENCE).metadata("run_id", JsonDocument.text(hit, "run_id"))
                .metadata("note", "A hit log holds hits only; how often an attack failed stands in the report."));
            run.add(sample(hit, probe));
        });
        return runs.values().stream().map(RunBuilder::build).toList();
    }

    private static SampleDraft sample(JsonNode hit, String probe) {
        String prompt = GarakAttempt.lastTurn(hit.path("prompt"), "user");
        String output = GarakAttempt.text(hit.path("output"));
        double score = hit.path("score").isNumber() ? hit.path("score").asDouble() : Double.NaN;
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String field : List.of("goal", "attempt_id", "attempt_seq", "attempt_idx", "generations_per_prompt")) {
            metadata.put(field, JsonDocument.text(hit, field));
        }
        JsonNode triggers = hit.path("triggers");
        metadata.put("triggers", triggers.isContainerNode() ? triggers.toString() : JsonDocument.text(hit, "triggers"));
        metadata.put("probe", probe);
        metadata.values().removeIf(String::isEmpty);
        int dot = probe.indexOf('.');
        return new SampleDraft(PromptKey.of(probe, prompt), dot < 0 ? probe : probe.substring(0, dot), PromptIntent.HARMFUL, prompt, output,
            !hit.path("output").isNull(), List.of(new Judgement(JsonDocument.text(hit, "detector"), Verdict.UNSAFE, hit.path("score").asText(),
            score)), metadata);
    }
}
