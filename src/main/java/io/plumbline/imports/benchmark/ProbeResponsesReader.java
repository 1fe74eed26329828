package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.JsonGlance;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers to probes by category ({@code results: {category: [{probe, response}]}}), and a person's ratings of some
 * ({@code evaluation: {ratings: [{category, probe, rating}]}}). Answers come without labels; judges' scores of them stand in a file of
 * their own, whose conditions carry the names of these files.
 */
public final class ProbeResponsesReader implements RunReader {

    private static final double CUT = 1;

    @Override
    public String format() {
        return "probe-responses";
    }

    @Override
    public String title() {
        return "Answers to probes";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("metadata", "results") && JsonGlance.firstOf(glimpse.file(), "results", JsonGlance.FIRST).has("probe")
            || glimpse.hasKeys("metadata", "evaluation") && JsonGlance.firstOf(glimpse.file(), "evaluation", "ratings").has("rating");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        JsonNode metadata = root.path("metadata");
        String model = JsonDocument.text(metadata, metadata.has("base_model") ? "base_model" : "model");
        RunBuilder run = reading.run(format(), model.isEmpty() ? "unnamed model" : model, "judged probes");
        metadata.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                run.metadata(field.getKey(), field.getValue().asText());
            }
        });
        if (root.has("results")) {
            run.variant(glimpse.file().name().replaceFirst("(?i)\\.json(\\.gz|\\.zst)?$", ""));
            answers(root.path("results"), run, reading);
        } else {
            ratings(root.path("evaluation").path("ratings"), run, reading);
        }
        return List.of(run.build());
    }

    private static void answers(JsonNode results, RunBuilder run, RunReading reading) {
        results.fields().forEachRemaining(category -> {
            int place = 0;
            for (JsonNode answer : category.getValue()) {
                if (answer.path("probe").isTextual()) {
                    run.add(new SampleDraft(category.getKey() + "/" + place, category.getKey(), PromptIntent.UNSPECIFIED,
                        answer.path("probe").asText(), JsonDocument.text(answer, "response"), answer.path("response").isTextual(), List.of(),
                        Map.of()));
                } else {
                    reading.reject(new Reject(place + 1, "The answer in " + category.getKey() + " has no probe.", Excerpt.of(answer.toString())));
                }
                place++;
            }
        });
    }

    private static void ratings(JsonNode ratings, RunBuilder run, RunReading reading) {
        int number = 0;
        for (JsonNode rating : ratings) {
            number++;
            if (!rating.path("rating").isNumber() || !rating.path("probe").isTextual()) {
                reading.reject(new Reject(number, "The rating has no number or no probe.", Excerpt.of(rating.toString())));
                continue;
            }
            double score = rating.path("rating").asDouble();
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("note", JsonDocument.text(rating, "note"));
            metadata.put("response", "not in the file");
            metadata.values().removeIf(String::isEmpty);
            run.add(new SampleDraft("rating " + JsonDocument.text(rating, "id"), JsonDocument.text(rating, "category"),
                PromptIntent.UNSPECIFIED, rating.path("probe").asText(), JsonDocument.text(rating, "response"), true,
                List.of(new Judgement("human", score > CUT ? Verdict.UNSAFE : Verdict.SAFE, rating.path("rating").asText(), score)), metadata));
        }
    }
}
