package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JailbreakBench attack artifacts: one attack on one model over the 100 behaviours. Prompts differ from model to model, so behaviours are
 * what pairs. Its totals may be those of an earlier judge and are shown beside the recomputed ones; its success rate, however, must be
 * that of its rows, or parameters and rows do not belong together.
 */
public final class JailbreakBenchReader implements RunReader {

    private static final String JUDGE = "jailbreakbench";
    private static final String OLD_JUDGE = "llama_guard1";

    @Override
    public String format() {
        return "jailbreakbench";
    }

    @Override
    public String title() {
        return "JailbreakBench artifact";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("parameters", "jailbreaks");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        JsonNode parameters = root.path("parameters");
        String model = JsonDocument.text(parameters, "model");
        RunBuilder run = reading.run(format(), model.isEmpty() ? "unnamed model" : model, "JailbreakBench")
            .variant(variant(parameters)).created(date(JsonDocument.text(parameters, "evaluation_date")));
        int number = 0;
        for (JsonNode row : root.path("jailbreaks")) {
            number++;
            String behavior = JsonDocument.text(row, "behavior");
            if (behavior.isEmpty() || !row.path("jailbroken").isBoolean()) {
                reading.reject(new Reject(number, "The row has no behavior or no jailbroken label (true or false).",
                    Excerpt.of(row.toString())));
            } else {
                run.add(sample(row, behavior));
            }
        }
        compareWithParameters(parameters, run, glimpse.file().name());
        return List.of(run.build());
    }

    private static SampleDraft sample(JsonNode row, String behavior) {
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(judgement(JUDGE, row.path("jailbroken")));
        if (row.path("jailbroken_llama_guard1").isBoolean()) {
            judgements.add(judgement(OLD_JUDGE, row.path("jailbroken_llama_guard1")));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String field : List.of("goal", "index", "number_of_queries", "queries_to_jailbreak", "prompt_tokens", "response_tokens")) {
            String value = JsonDocument.text(row, field);
            if (!value.isEmpty()) {
                metadata.put(field, value);
            }
        }
        return new SampleDraft(behavior, JsonDocument.text(row, "category"), PromptIntent.HARMFUL, JsonDocument.text(row, "prompt"),
            JsonDocument.text(row, "response"), row.path("response").isTextual(), judgements, metadata);
    }

    private static Judgement judgement(String judge, JsonNode jailbroken) {
        return new Judgement(judge, jailbroken.asBoolean() ? Verdict.UNSAFE : Verdict.SAFE, jailbroken.asText());
    }

    private static void compareWithParameters(JsonNode parameters, RunBuilder run, String file) {
        List<Sample> samples = run.samples();
        long hits = rawHits(samples, JUDGE);
        JsonNode declared = parameters.path("attack_success_rate");
        if (declared.isNumber()) {
            DeclaredRate rate = new DeclaredRate("attack_success_rate", declared.asDouble(), hits, samples.size());
            if (!rate.agrees()) {
                throw new InputException(file + " states an attack success rate of " + DeclaredRate.text(declared.asDouble()) + " over "
                    + parameters.path("number_of_submitted_prompts").asText("?") + " submitted prompts, but its "
                    + (samples.size() == 1 ? "one row gives " : samples.size() + " rows give ") + DeclaredRate.text(rate.recomputed())
                    + " (" + hits + " of " + samples.size() + "). Parameters and rows do not belong together, so nothing was imported; "
                    + "get the artifact as it was published.");
            }
            rate.noteIn(run);
        }
        compareCount("total_number_of_jailbreaks", parameters, hits, run);
        if (samples.stream().anyMatch(s -> s.judgementOf(OLD_JUDGE).isPresent())) {
            run.metadata("recomputed.total_number_of_jailbreaks." + OLD_JUDGE, Long.toString(rawHits(samples, OLD_JUDGE)));
        }
        compareCount("number_of_submitted_prompts", parameters, samples.stream().filter(Sample::responded).count(), run);
        parameters.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                run.metadata("parameters." + field.getKey(), field.getValue().asText());
            }
        });
    }

    private static void compareCount(String name, JsonNode parameters, long counted, RunBuilder run) {
        String stated = JsonDocument.text(parameters, name);
        run.metadata("declared." + name, stated).metadata("recomputed." + name, Long.toString(counted));
        if (!stated.isEmpty() && !stated.equals(Long.toString(counted))) {
            run.metadata("difference." + name, "The file states " + stated + "; its rows give " + counted + ".");
        }
    }

    private static long rawHits(List<Sample> samples, String judge) {
        return samples.stream().filter(s -> s.judgementOf(judge).filter(j -> j.rawLabel().equals("true")).isPresent()).count();
    }

    private static String variant(JsonNode parameters) {
        String method = JsonDocument.text(parameters, "method");
        String type = JsonDocument.text(parameters, "attack_type").replace('_', '-');
        String defense = JsonDocument.text(parameters, "defense");
        return method + (type.isEmpty() ? "" : " " + type) + (defense.isEmpty() ? "" : ", defense " + defense);
    }

    private static Optional<Instant> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
