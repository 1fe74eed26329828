package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.JsonGlance;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.TableRows;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prompts of a benchmark without any answer: HarmBench behaviours (CSV, contexts of many lines), its test cases
 * ({@code {behaviour: [prompt]}}), and lists of {@code {instruction, category}}. They say what a run should hold.
 */
public final class PromptSetReader implements RunReader {

    private static final int KEYS_ASKED = 5;

    @Override
    public String format() {
        return "prompt-set";
    }

    @Override
    public String title() {
        return "Benchmark prompts without answers";
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LABELS;
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return isFlips(glimpse) || isBehaviours(glimpse) || isInstructions(glimpse) || isTestCases(glimpse);
    }

    /** What this program writes of the prompts on which two runs differ. */
    private static boolean isFlips(Glimpse glimpse) {
        return glimpse.shape() != Glimpse.Shape.CSV && glimpse.hasColumns("id", "intent", "prompt", "flip", "suite");
    }

    private static boolean isBehaviours(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.CSV && glimpse.hasColumns("Behavior", "BehaviorID", "SemanticCategory");
    }

    private static boolean isInstructions(Glimpse glimpse) {
        return glimpse.shape().isTable() && glimpse.shape() != Glimpse.Shape.CSV && glimpse.hasColumns("instruction", "category")
            && glimpse.columns().size() == 2;
    }

    /** A document of nothing but lists of texts, under names that HarmBench knows. */
    private static boolean isTestCases(Glimpse glimpse) {
        if (glimpse.keys().isEmpty() || glimpse.shape() == Glimpse.Shape.JSON_ARRAY) {
            return false;
        }
        JsonNode first = JsonGlance.firstOf(glimpse.file(), JsonGlance.FIRST);
        return (first.isTextual() || first.isArray()) && glimpse.keys().stream().limit(KEYS_ASKED)
            .anyMatch(key -> BenchmarkCatalogue.builtIn().categoryOf("harmbench", key).isPresent());
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        if (isFlips(glimpse)) {
            RunBuilder run = reading.run(format(), "no model", "Flips, " + stem(glimpse)).purpose(RunPurpose.REFERENCE);
            TableRows.forEach(glimpse, reading, row -> flip(row, run, reading));
            return List.of(run.build());
        }
        boolean harmBench = !isInstructions(glimpse);
        RunBuilder run = reading.run(format(), "no model", harmBench ? "HarmBench" : stem(glimpse)).purpose(RunPurpose.REFERENCE);
        if (isBehaviours(glimpse)) {
            TableRows.forEach(glimpse, reading, row -> behaviour(row, run, reading));
        } else if (isInstructions(glimpse)) {
            TableRows.forEach(glimpse, reading, row -> instruction(row, run, reading));
        } else {
            testCases(JsonDocument.read(glimpse.file(), reading.progress()), run, reading);
        }
        return List.of(run.build());
    }

    private static void behaviour(Row row, RunBuilder run, RunReading reading) {
        String id = text(row, "BehaviorID");
        String behaviour = text(row, "Behavior");
        if (id.isEmpty() || behaviour.isEmpty()) {
            reading.reject(new Reject(row.line(), "The behaviour has no " + (id.isEmpty() ? "BehaviorID" : "text") + ".", row.excerpt().get()));
            return;
        }
        String context = text(row, "ContextString");
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("functional category", text(row, "FunctionalCategory"));
        metadata.put("tags", text(row, "Tags"));
        metadata.put("behavior", behaviour);
        metadata.values().removeIf(String::isEmpty);
        run.add(new SampleDraft(id, text(row, "SemanticCategory"), PromptIntent.HARMFUL, context.isEmpty() ? behaviour
            : context + "\n\n" + behaviour, "", false, List.of(), metadata));
    }

    private static void flip(Row row, RunBuilder run, RunReading reading) {
        String id = text(row, "id");
        String prompt = text(row, "prompt");
        if (id.isEmpty() || prompt.isEmpty()) {
            reading.reject(new Reject(row.line(), "The flip has no " + (id.isEmpty() ? "id" : "prompt") + ".", row.excerpt().get()));
            return;
        }
        PromptIntent intent = switch (text(row, "intent").toLowerCase(Locale.ROOT)) {
            case "harmful" -> PromptIntent.HARMFUL;
            case "harmless" -> PromptIntent.HARMLESS;
            default -> PromptIntent.UNSPECIFIED;
        };
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("flip", text(row, "flip"));
        metadata.put("judge", text(row, "judge"));
        metadata.put("from suite", text(row, "suite"));
        metadata.values().removeIf(String::isEmpty);
        run.add(new SampleDraft(id, text(row, "category"), intent, prompt, "", false, List.of(), metadata));
    }

    private static void instruction(Row row, RunBuilder run, RunReading reading) {
        String instruction = text(row, "instruction");
        if (instruction.isEmpty()) {
            reading.reject(new Reject(row.line(), "The entry has no instruction.", row.excerpt().get()));
            return;
        }
        String category = text(row, "category");
        run.add(new SampleDraft(PromptKey.of(category, instruction), category, PromptIntent.UNSPECIFIED, instruction, "", false, List.of(),
            Map.of()));
    }

    private static void testCases(JsonNode root, RunBuilder run, RunReading reading) {
        root.fields().forEachRemaining(behaviour -> {
            int number = 0;
            for (JsonNode testCase : behaviour.getValue()) {
                number++;
                JsonNode prompt = testCase.isArray() ? testCase.path(testCase.size() - 1) : testCase;
                if (prompt.isTextual()) {
                    run.add(new SampleDraft(behaviour.getKey(), BenchmarkCatalogue.builtIn().categoryOf("harmbench", behaviour.getKey()).orElse(""),
                        PromptIntent.HARMFUL, prompt.asText(), "", false, List.of(), Map.of()));
                } else {
                    reading.reject(new Reject(number, "The test case of " + behaviour.getKey() + " is no text.",
                        Excerpt.of(testCase.toString())));
                }
            }
        });
    }

    private static String stem(Glimpse glimpse) {
        return glimpse.file().name().replaceFirst("(?i)\\.jsonl?(\\.gz|\\.zst)?$", "");
    }

    private static String text(Row row, String column) {
        Object value = row.fields().get(column);
        return value == null ? "" : value.toString();
    }
}
