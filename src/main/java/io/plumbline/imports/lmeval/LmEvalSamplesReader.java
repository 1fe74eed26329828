package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.UnusableRecord;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.JsonRecords;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.ScoreVerdicts;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sample files of lm-evaluation-harness: one line per document and filter. Lines of one document are one sample; each metric under each
 * filter is a judge of it. The task stands in the file's name and the model in that of its folder, if anywhere.
 */
public final class LmEvalSamplesReader implements RunReader {

    private static final Pattern NAME = Pattern.compile("samples_(?<task>.+?)(?:_\\d{4}-\\d{2}-\\d{2}T.*)?(?:\\.jsonl?)?(?:\\.gz|\\.zst)?");
    private static final List<String> CATEGORIES = List.of("category", "subject", "target_group", "type", "topic", "semantic_category");

    @Override
    public String format() {
        return "lm-eval-samples";
    }

    @Override
    public String title() {
        return "lm-evaluation-harness samples";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("doc_id", "doc") && (glimpse.hasKeys("resps") || glimpse.hasKeys("filtered_resps"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        Matcher name = NAME.matcher(glimpse.file().name());
        String task = name.matches() ? name.group("task") : "lm-eval task";
        RunPurpose purpose = BenchmarkCatalogue.builtIn().purposeOf(task, RunPurpose.CAPABILITY);
        RunBuilder run = reading.run(format(), model(glimpse.file().path()), task).purpose(purpose);
        Map<String, List<Judgement>> judgements = new LinkedHashMap<>();
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        Map<String, String> mismatches = new LinkedHashMap<>();
        SampleHashes hashes = new SampleHashes();
        JsonRecords.forEach(glimpse, reading, line -> {
            String id = JsonDocument.text(line, "doc_id");
            if (id.isEmpty()) {
                throw new UnusableRecord("The sample has no doc_id.");
            }
            List<String> wrong = hashes.wrongOf(line, Arguments.prompt(line));
            if (!wrong.isEmpty()) {
                mismatches.put(id, String.join(", ", wrong));
            }
            documents.putIfAbsent(id, line);
            merge(judgements.computeIfAbsent(id, d -> new ArrayList<>()), metrics(line, purpose));
        });
        documents.forEach((id, line) -> run.add(sample(id, line, judgements.get(id), mismatches.getOrDefault(id, ""), purpose)));
        hashes.noteIn(run);
        results(task, run);
        return List.of(run.build());
    }

    /** A judge speaks once of a document: where a line is repeated, the first counts. */
    private static void merge(List<Judgement> known, List<Judgement> more) {
        more.stream().filter(j -> known.stream().noneMatch(k -> k.judge().equals(j.judge()))).forEach(known::add);
    }

    private static List<Judgement> metrics(JsonNode line, RunPurpose purpose) {
        List<String> names = new ArrayList<>();
        line.path("metrics").forEach(metric -> names.add(metric.asText()));
        if (names.isEmpty()) {
            line.fieldNames().forEachRemaining(field -> {
                if (line.path(field).isNumber() && !field.equals("doc_id") && !field.equals("target")) {
                    names.add(field);
                }
            });
        }
        String filter = JsonDocument.text(line, "filter");
        List<Judgement> judgements = new ArrayList<>();
        for (String metric : names) {
            JsonNode value = line.path(metric);
            if (!value.isMissingNode() && !value.isNull()) {
                String judge = new MetricName(metric, filter, MetricName.Part.VALUE).judge();
                double score = value.isNumber() ? value.asDouble() : value.isBoolean() ? value.asBoolean() ? 1 : 0 : Double.NaN;
                Verdict verdict = purpose == RunPurpose.SAFETY ? ScoreVerdicts.of(metric, score) : Verdict.UNSCORED;
                judgements.add(new Judgement(judge, verdict, value.isContainerNode() ? value.toString() : value.asText(), score));
            }
        }
        return judgements;
    }

    private static SampleDraft sample(String id, JsonNode line, List<Judgement> judgements, String mismatches, RunPurpose purpose) {
        JsonNode document = line.path("doc");
        String category = CATEGORIES.stream().map(field -> JsonDocument.text(document, field)).filter(text -> !text.isEmpty()).findFirst()
            .orElse("");
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("doc_hash", JsonDocument.text(line, "doc_hash"));
        metadata.put("target", line.path("target").isContainerNode() ? line.path("target").toString() : line.path("target").asText());
        metadata.put("hash mismatch", mismatches);
        metadata.values().removeIf(String::isEmpty);
        return new SampleDraft(id, category, purpose == RunPurpose.SAFETY ? PromptIntent.UNSPECIFIED : PromptIntent.HARMLESS,
            Arguments.prompt(line), Arguments.response(line), Arguments.responded(line), judgements, metadata);
    }

    private static void results(String task, RunBuilder run) {
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        run.samples().forEach(sample -> sample.judgements().stream().filter(Judgement::hasScore)
            .forEach(j -> scores.computeIfAbsent(j.judge(), judge -> new ArrayList<>()).add(j.score())));
        scores.forEach((judge, values) -> {
            MetricName name = MetricName.of(judge);
            double mean = values.stream().mapToDouble(v -> v).sum() / values.size();
            double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            double error = values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1) / values.size());
            run.result(new TaskResult(task, name.metric(), name.filter(), mean, error, values.size(), TaskResult.Better.UNSTATED,
                TaskResult.Origin.RECOMPUTED));
        });
    }

    /** The harness names the folder of its output after the model, with {@code __} for the slash. */
    private static String model(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String name = folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
        return name.contains("__") ? name.replace("__", "/") : "unnamed model";
    }
}
