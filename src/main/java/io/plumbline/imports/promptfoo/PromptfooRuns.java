package io.plumbline.imports.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.Reject;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReading;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of a result file on their way to runs: one for each prompt of each provider. Rows pair on the number of their test. */
final class PromptfooRuns {

    private final String format;
    private final RunReading reading;
    private final Map<Integer, List<Numbered>> rows = new TreeMap<>();
    private final Map<String, Integer> prompts = new HashMap<>();
    private final Map<String, Integer> tests = new HashMap<>();

    PromptfooRuns(String format, RunReading reading) {
        this.format = format;
        this.reading = reading;
    }

    void add(PromptfooRow row) {
        int prompt = row.prompt().orElseGet(() -> number(prompts, row.model() + "\n" + row.promptLabel()));
        int test = row.test().orElseGet(() -> number(tests, row.variables()));
        rows.computeIfAbsent(prompt, place -> new ArrayList<>()).add(new Numbered(test, row));
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** @param root the document around the rows; missing where there is none */
    List<RunData> build(JsonNode root) {
        Map<String, Integer> perModel = new HashMap<>();
        rows.values().forEach(list -> perModel.merge(list.get(0).row().model(), 1, Integer::sum));
        List<RunData> runs = new ArrayList<>();
        rows.forEach((prompt, numbered) -> {
            numbered.sort(Comparator.comparingInt(Numbered::test));
            List<PromptfooRow> list = numbered.stream().map(Numbered::row).toList();
            PromptfooRow first = list.get(0);
            RunBuilder run = reading.run(format, first.model(), suite(root, first)).created(time(root.path("results").path("timestamp").asText()))
                .variant(perModel.get(first.model()) > 1 ? first.promptLabel() : "")
                .metadata("evalId", root.path("evalId").asText("")).metadata("promptfoo", root.path("metadata").path("promptfooVersion").asText(""))
                .metadata("description", root.path("config").path("description").asText(""));
            numbered.forEach(entry -> run.add(entry.row().draft(entry.test())));
            addScores(list, run);
            compareTotals(root.path("results").path("prompts").path(prompt).path("metrics"), list, run);
            runs.add(run.build());
        });
        compareStats(root.path("results").path("stats"), runs);
        return runs;
    }

    private static String suite(JsonNode root, PromptfooRow first) {
        String description = root.path("config").path("description").asText("");
        return !first.benchmark().isEmpty() ? first.benchmark() : description.isEmpty() ? "promptfoo" : description;
    }

    /** Mean of each named score, as promptfoo shows it. */
    private static void addScores(List<PromptfooRow> rows, RunBuilder run) {
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        rows.forEach(row -> row.namedScores().fields().forEachRemaining(score -> {
            if (score.getValue().isNumber()) {
                scores.computeIfAbsent(score.getKey(), name -> new ArrayList<>()).add(score.getValue().asDouble());
            }
        }));
        scores.forEach((name, values) -> {
            double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
            double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            run.result(new TaskResult("promptfoo", name, "", mean, values.size() < 2 ? Double.NaN
                : Math.sqrt(squares / (values.size() - 1) / values.size()), values.size(), TaskResult.Better.HIGHER, TaskResult.Origin.RECOMPUTED));
        });
    }

    private static void compareTotals(JsonNode metrics, List<PromptfooRow> rows, RunBuilder run) {
        long errors = rows.stream().filter(PromptfooRow::isError).count();
        long passes = rows.stream().filter(row -> !row.isError() && row.passed()).count();
        compare("testPassCount", metrics, passes, run);
        compare("testFailCount", metrics, rows.size() - passes - errors, run);
        compare("testErrorCount", metrics, errors, run);
        metrics.path("namedScores").fields().forEachRemaining(score -> {
            double sum = rows.stream().mapToDouble(row -> row.namedScores().path(score.getKey()).asDouble(0)).sum();
            String name = "namedScores." + score.getKey();
            run.metadata("declared." + name, DeclaredRate.text(score.getValue().asDouble())).metadata("recomputed." + name,
                DeclaredRate.text(sum));
            if (Math.abs(sum - score.getValue().asDouble()) > 1e-6 * Math.max(1, Math.abs(sum))) {
                run.metadata("difference." + name, "The file states a sum of " + DeclaredRate.text(score.getValue().asDouble())
                    + "; its rows give " + DeclaredRate.text(sum) + ".");
            }
        });
    }

    private static void compare(String name, JsonNode metrics, long counted, RunBuilder run) {
        run.metadata("recomputed." + name, Long.toString(counted));
        if (metrics.path(name).isNumber()) {
            long stated = metrics.path(name).asLong();
            run.metadata("declared." + name, Long.toString(stated));
            if (stated != counted) {
                run.metadata("difference." + name, "The file states " + stated + "; its rows give " + counted + ".");
            }
        }
    }

    /** The file's overall counts are of all runs together, so a difference stands among the rejects of the import. */
    private void compareStats(JsonNode stats, List<RunData> runs) {
        if (stats.path("successes").isNumber()) {
            long stated = stats.path("successes").asLong() + stats.path("failures").asLong() + stats.path("errors").asLong();
            long read = runs.stream().mapToLong(run -> run.samples().size()).sum();
            if (stated != read) {
                reading.reject(new Reject(1, "The file states " + stated + " results and holds " + read + ".", ""));
            }
        }
    }

    /** A row with the number of its test. */
    private record Numbered(int test, PromptfooRow row) {
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
