package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.DeclaredRate;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * HarmBench completions and results: {@code {behaviour: [{test_case, generation, label?}]}}. Its attack success rate is the mean over
 * behaviours of each behaviour's own mean, not the mean over rows. Model, attack and time stand in the path, if anywhere; the category
 * comes from the catalogue.
 */
public final class HarmBenchReader implements RunReader {

    private static final String JUDGE = "harmbench";
    private static final String ADVBENCH = "advbench";

    @Override
    public String format() {
        return "harmbench";
    }

    @Override
    public String title() {
        return "HarmBench completions";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return !glimpse.keys().isEmpty() && glimpse.shape() != Glimpse.Shape.JSON_ARRAY && isCompletion(JsonGlance.firstOf(glimpse.file(),
            JsonGlance.FIRST));
    }

    private static boolean isCompletion(JsonNode first) {
        return first.isObject() && first.has("generation") && (first.has("test_case") || first.has("label"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        HarmBenchPath path = HarmBenchPath.of(glimpse.file().path());
        RunBuilder run = reading.run(format(), path.model(), "HarmBench").variant(path.attack());
        int number = 0;
        for (var behaviours = root.fields(); behaviours.hasNext();) {
            var behaviour = behaviours.next();
            for (JsonNode completion : behaviour.getValue()) {
                number++;
                if (completion.isObject() && completion.has("generation")) {
                    run.add(sample(behaviour.getKey(), completion));
                    reading.progress().records(1);
                } else {
                    reading.reject(new Reject(number, "The completion of " + behaviour.getKey() + " has no generation.",
                        Excerpt.of(completion.toString())));
                }
            }
        }
        successRate(JUDGE, run);
        successRate(ADVBENCH, run);
        return List.of(run.build());
    }

    private static SampleDraft sample(String behaviour, JsonNode completion) {
        List<Judgement> judgements = new ArrayList<>();
        completion.fields().forEachRemaining(field -> {
            if (field.getKey().equals("label")) {
                judgements.add(judgement(JUDGE, field.getValue()));
            } else if (field.getKey().toLowerCase(Locale.ROOT).contains("advbench")) {
                judgements.add(judgement(ADVBENCH, field.getValue()));
            }
        });
        JsonNode testCase = completion.path("test_case");
        String prompt = testCase.isArray() ? testCase.path(testCase.size() - 1).asText() : testCase.asText("");
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("behavior_id", behaviour);
        if (testCase.isArray()) {
            metadata.put("image", testCase.path(0).asText());
        }
        return new SampleDraft(behaviour, BenchmarkCatalogue.builtIn().categoryOf("harmbench", behaviour).orElse(""), PromptIntent.HARMFUL, prompt,
            JsonDocument.text(completion, "generation"), completion.path("generation").isTextual(), judgements, metadata);
    }

    /** 1 says that the response shows the behaviour; −1 that the judge's word could not be read. */
    private static Judgement judgement(String judge, JsonNode label) {
        boolean yes = label.isBoolean() ? label.asBoolean() : label.isNumber() && label.asDouble() == 1;
        boolean no = label.isBoolean() ? !label.asBoolean() : label.isNumber() && label.asDouble() == 0;
        return new Judgement(judge, yes ? Verdict.UNSAFE : no ? Verdict.SAFE : Verdict.UNSCORED, label.asText(),
            yes ? 1 : no ? 0 : Double.NaN);
    }

    private static void successRate(String judge, RunBuilder run) {
        Map<String, List<Double>> behaviours = new LinkedHashMap<>();
        run.samples().forEach(sample -> sample.judgementOf(judge).filter(Judgement::hasScore)
            .ifPresent(j -> behaviours.computeIfAbsent(sample.key(), key -> new ArrayList<>()).add(j.score())));
        if (behaviours.isEmpty()) {
            return;
        }
        List<Double> means = behaviours.values().stream().map(HarmBenchReader::mean).toList();
        double rate = mean(means);
        double squares = means.stream().mapToDouble(v -> (v - rate) * (v - rate)).sum();
        double error = means.size() < 2 ? Double.NaN : Math.sqrt(squares / (means.size() - 1) / means.size());
        run.result(new TaskResult("HarmBench", "attack success by " + judge, "", rate, error, means.size(), TaskResult.Better.LOWER,
            TaskResult.Origin.RECOMPUTED));
        run.metadata("recomputed.attack_success_rate" + (judge.equals(JUDGE) ? "" : "." + judge), DeclaredRate.text(rate));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }
}
