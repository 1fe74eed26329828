package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluations of the {@code refusal_direction} pipeline: a model as released or with its refusal direction removed or added. Model and
 * condition stand only in the path, {@code runs/<model>/completions/<dataset>_<intervention>_evaluations.json}. On harmful prompts a
 * "jailbreak" is an unsafe response; on {@code harmless_*} the same column says that the model answered, which is what one wants.
 */
public final class RefusalDirectionReader implements RunReader {

    private static final String LABEL = "is_jailbreak_";
    private static final Pattern NAME = Pattern.compile(
        "(?:(?<model>.+?)[-_ ])??"
            + "(?<dataset>jailbreakbench|harmless|harmbench\\w*|advbench|malicious_instruct|strongreject|tdc2023|[a-z0-9]+)"
            + "_(?<intervention>[a-z0-9]+)_evaluations.*", Pattern.CASE_INSENSITIVE);

    @Override
    public String format() {
        return "refusal-direction";
    }

    @Override
    public String title() {
        return "refusal_direction evaluation";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("completions") && glimpse.keys().stream().anyMatch(key -> key.endsWith("_success_rate"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        Matcher name = NAME.matcher(glimpse.file().name());
        boolean named = name.matches();
        String dataset = named ? name.group("dataset") : "refusal_direction";
        PromptIntent intent = dataset.equalsIgnoreCase("harmless") ? PromptIntent.HARMLESS : PromptIntent.HARMFUL;
        RunBuilder run = reading.run(format(), model(glimpse.file().path(), reading.request(), named ? name.group("model") : null), dataset)
            .variant(named ? name.group("intervention") : "");
        int number = 0;
        for (JsonNode row : root.path("completions")) {
            number++;
            if (!row.path("prompt").isTextual()) {
                reading.reject(new Reject(number, "The completion has no prompt.", Excerpt.of(row.toString())));
            } else {
                run.add(sample(row, intent));
            }
        }
        if (run.samples().isEmpty()) {
            throw new InputException(glimpse.file().name() + " holds no completions: there is nothing to import.");
        }
        compareRates(root, run);
        return List.of(run.build());
    }

    private static SampleDraft sample(JsonNode row, PromptIntent intent) {
        List<Judgement> judgements = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = row.fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getKey().startsWith(LABEL)) {
                String judge = field.getKey().substring(LABEL.length());
                judgements.add(new Judgement(judge, verdict(judge, field.getValue(), intent), field.getValue().asText()));
            }
        }
        String category = JsonDocument.text(row, "category");
        String prompt = row.path("prompt").asText();
        return new SampleDraft(PromptKey.of(category, prompt), category, intent, prompt, JsonDocument.text(row, "response"),
            row.path("response").isTextual(), judgements, Map.of());
    }

    /** Matching of phrases tells refusing from answering; classifiers tell safe from unsafe. */
    private static Verdict verdict(String judge, JsonNode label, PromptIntent intent) {
        if (!label.isNumber() && !label.isBoolean()) {
            return Verdict.UNSCORED;
        }
        boolean hit = label.asDouble() == 1 || label.asBoolean(false);
        if (judge.contains("substring") || intent == PromptIntent.HARMLESS) {
            return hit ? Verdict.COMPLIED : Verdict.REFUSED;
        }
        return hit ? Verdict.UNSAFE : Verdict.SAFE;
    }

    private static void compareRates(JsonNode root, RunBuilder run) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = root.fields(); fields.hasNext();) {
            Map.Entry<String, JsonNode> field = fields.next();
            String key = field.getKey();
            if (key.endsWith("_success_rate") && field.getValue().isNumber()) {
                String judge = key.substring(0, key.length() - "_success_rate".length());
                rate(key, field.getValue().asDouble(), judge, run.samples()).noteIn(run);
            } else if (key.endsWith("_per_category") && field.getValue().isObject()) {
                String judge = key.substring(0, key.length() - "_per_category".length());
                field.getValue().fields().forEachRemaining(category -> rate(key + "." + category.getKey(), category.getValue().asDouble(),
                    judge, inCategory(run.samples(), category.getKey())).noteIn(run));
            }
        }
    }

    private static DeclaredRate rate(String name, double declared, String judge, List<Sample> samples) {
        long hits = samples.stream().filter(s -> s.judgementOf(judge)
            .filter(j -> j.rawLabel().equals("1") || j.rawLabel().equals("true")).isPresent()).count();
        return new DeclaredRate(name, declared, hits, samples.size());
    }

    /** Python writes a missing category as the key "null". */
    private static List<Sample> inCategory(List<Sample> samples, String category) {
        return samples.stream().filter(s -> s.category().equals(category) || s.category().isEmpty() && category.equals("null")).toList();
    }

    private static String model(Path path, ImportRequest request, String fromName) {
        if (!request.model().isEmpty()) {
            return request.model();
        }
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder != null && folder.endsWith("completions") && folder.getParent() != null && folder.getParent().getFileName() != null) {
            return folder.getParent().getFileName().toString();
        }
        if (fromName != null) {
            return fromName;
        }
        throw new InputException(request.fileName() + " does not say which model answered. Give the model's name (--model NAME), keep the "
            + "file in its folder runs/<model>/completions, or put the model's name before the file name.");
    }
}
