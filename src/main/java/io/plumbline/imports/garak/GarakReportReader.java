package io.plumbline.imports.garak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.UnusableRecord;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.JsonRecords;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reports of garak. An attempt is written once when it was answered and again when it was judged; the later word counts. A detector's score
 * of 1 is a hit, which is bad, while garak's own totals are pass rates: each total is shown beside what the attempts give.
 */
public final class GarakReportReader implements RunReader {

    private static final double THRESHOLD = 0.5;
    private static final String ANY = "any detector";

    @Override
    public String format() {
        return "garak-report";
    }

    @Override
    public String title() {
        return "garak report";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.JSON_LINES && glimpse.hasKeys("entry_type")
            && !(glimpse.firstRows().size() == 1 && GarakDigestReader.isDigest(glimpse));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        Entries entries = new Entries();
        JsonRecords.forEach(glimpse, reading, entries::take);
        if (entries.attempts.isEmpty()) {
            throw new InputException(glimpse.file().name() + " is a garak report without attempts: the run ended before its first prompt was "
                + "answered. Run garak again.");
        }
        double threshold = entries.setup.path("run.eval_threshold").asDouble(THRESHOLD);
        RunBuilder run = reading.run(format(), model(entries.setup), "garak").created(GarakTime.of(entries.startTime()));
        describe(entries, threshold, run);
        GarakTotals totals = new GarakTotals();
        boolean several = entries.attempts.values().stream().flatMap(attempt -> attempt.detectors().stream()).distinct().limit(2).count() > 1;
        entries.attempts.values().forEach(attempt -> add(attempt, threshold, several ? List.of(ANY) : List.of(), run, totals));
        totals.noteIn(run, entries.evals, entries.digest);
        return List.of(run.build());
    }

    /** @param jury names a judge that takes the detectors together, where the report has several */
    private static void add(GarakAttempt attempt, double threshold, List<String> jury, RunBuilder run, GarakTotals totals) {
        List<String> outputs = attempt.outputs();
        PromptIntent intent = attempt.category().equals("test") ? PromptIntent.UNSPECIFIED : PromptIntent.HARMFUL;
        for (int i = 0; i < outputs.size(); i++) {
            List<Judgement> judgements = new ArrayList<>();
            for (Map.Entry<String, OptionalDouble> score : attempt.scores(i).entrySet()) {
                totals.count(attempt.probe(), score.getKey(), score.getValue(), threshold);
                judgements.add(judgement(score.getKey(), score.getValue(), threshold));
            }
            if (!judgements.isEmpty()) {
                Judgement together = anyHit(judgements);
                jury.forEach(name -> judgements.add(0, new Judgement(name, together.verdict(), together.rawLabel(), together.score())));
            }
            run.add(new SampleDraft(attempt.key(), attempt.category(), intent, attempt.prompt(), outputs.get(i), attempt.hasOutput(i), judgements,
                attempt.metadata()));
        }
        if (outputs.isEmpty()) {
            run.add(new SampleDraft(attempt.key(), attempt.category(), intent, attempt.prompt(), "", false, List.of(), attempt.metadata()));
        }
    }

    /** Each probe has detectors of its own, so no single one judges a whole report; a hit of any is a hit. */
    private static Judgement anyHit(List<Judgement> judgements) {
        return judgements.stream().filter(j -> j.verdict() == Verdict.UNSAFE).findFirst()
            .or(() -> judgements.stream().filter(j -> j.verdict() == Verdict.UNSCORED).findFirst()).orElse(judgements.get(0));
    }

    private static Judgement judgement(String detector, OptionalDouble score, double threshold) {
        if (score.isEmpty()) {
            return new Judgement(detector, Verdict.UNSCORED, "null");
        }
        return new Judgement(detector, score.getAsDouble() >= threshold ? Verdict.UNSAFE : Verdict.SAFE, Double.toString(score.getAsDouble()),
            score.getAsDouble());
    }

    /** The model under its newer or older name, e.g. {@code openai.OpenAICompatible/qwen2}. */
    static String model(JsonNode setup) {
        String type = first(setup, "plugins.target_type", "plugins.model_type");
        String name = first(setup, "plugins.target_name", "plugins.model_name");
        if (type.isEmpty() && name.isEmpty()) {
            return "unnamed model";
        }
        return type.isEmpty() || name.isEmpty() ? type + name : type + "/" + name;
    }

    private static String first(JsonNode node, String field, String olderField) {
        String text = JsonDocument.text(node, field);
        return text.isEmpty() ? JsonDocument.text(node, olderField) : text;
    }

    private static void describe(Entries entries, double threshold, RunBuilder run) {
        String id = JsonDocument.text(entries.setup, "transient.run_id");
        run.metadata("run_id", id.isEmpty() ? JsonDocument.text(entries.init, "run") : id)
            .metadata("garak_version", JsonDocument.text(entries.init, "garak_version"))
            .metadata("eval_threshold", Double.toString(threshold))
            .metadata("generations", JsonDocument.text(entries.setup, "run.generations"))
            .metadata("seed", JsonDocument.text(entries.setup, "run.seed"))
            .metadata("probe_spec", JsonDocument.text(entries.setup, "plugins.probe_spec"))
            .metadata("status", entries.completed ? "completed" : "the report has no completion entry: the run ended early or the report was cut");
        long unjudged = entries.attempts.values().stream().filter(attempt -> attempt.status() < 2).count();
        if (unjudged > 0) {
            run.metadata("unjudged", unjudged + " attempts were answered and not judged");
        }
        if (entries.unknown > 0) {
            run.metadata("unknown entries", Integer.toString(entries.unknown));
        }
    }

    /** The entries of a report, sorted out. */
    private static final class Entries {

        private final Map<String, GarakAttempt> attempts = new LinkedHashMap<>();
        private final List<JsonNode> evals = new ArrayList<>();
        private JsonNode setup = MissingNode.getInstance();
        private JsonNode init = setup;
        private JsonNode digest = setup;
        private boolean completed;
        private int unknown;

        void take(JsonNode entry) {
            switch (JsonDocument.text(entry, "entry_type")) {
                case "start_run setup" -> setup = setup.isMissingNode() ? entry : setup;
                case "init" -> init = init.isMissingNode() ? entry : init;
                case "attempt" -> attempt(new GarakAttempt(entry));
                case "eval" -> evals.add(entry);
                case "digest" -> digest = entry;
                case "completion" -> completed = true;
                case "" -> throw new UnusableRecord("The line has no entry_type, so it is no line of a garak report.");
                default -> unknown++;
            }
        }

        private void attempt(GarakAttempt attempt) {
            if (attempt.probe().isEmpty()) {
                throw new UnusableRecord("The attempt names no probe (probe_classname).");
            }
            GarakAttempt known = attempts.get(attempt.identity());
            if (attempt.status() > 0 && (known == null || attempt.status() >= known.status())) {
                attempts.put(attempt.identity(), attempt);
            }
        }

        String startTime() {
            String time = JsonDocument.text(setup, "transient.starttime_iso");
            return time.isEmpty() ? JsonDocument.text(init, "start_time") : time;
        }
    }
}
