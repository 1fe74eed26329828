package io.plumbline.evaluation;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.store.EvaluationRuns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluation runs in memory: made up by a test, or read from the label columns of published runs (see SOURCES.md there). */
public final class RecordedRuns implements EvaluationRuns {

    private final Map<String, EvaluationRun> runs = new LinkedHashMap<>();
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /** Baseline and ablation of a model of refusal_direction as runs "base" and "ablation", judges llamaguard2 and substring_matching. */
    public static RecordedRuns refusalDirection(String model) {
        RecordedRuns runs = new RecordedRuns();
        List<String> judges = List.of("llamaguard2", "substring_matching");
        List<Sample> base = new ArrayList<>();
        List<Sample> ablation = new ArrayList<>();
        for (String[] row : rows(model + ".csv")) {
            base.add(sample("base", base.size(), row[0], row[1], PromptIntent.HARMFUL,
                new Judgement("llamaguard2", jailbroken(row[2]), row[2]), new Judgement("substring_matching", jailbroken(row[4]), row[4])));
            ablation.add(sample("ablation", ablation.size(), row[0], row[1], PromptIntent.HARMFUL,
                new Judgement("llamaguard2", jailbroken(row[3]), row[3]), new Judgement("substring_matching", jailbroken(row[5]), row[5])));
        }
        runs.add("base", model, "baseline", "jailbreakbench", judges, base);
        runs.add("ablation", model, "ablation", "jailbreakbench", judges, ablation);
        return runs;
    }

    /** XSTest completions of Mistral without and with its guarding system prompt as runs "instruct" and "guard", judge human. */
    public static RecordedRuns xstest() {
        RecordedRuns runs = new RecordedRuns();
        List<Sample> instruct = new ArrayList<>();
        List<Sample> guard = new ArrayList<>();
        for (String[] row : rows("xstest-mistral.csv")) {
            PromptIntent intent = row[1].startsWith("contrast_") ? PromptIntent.HARMFUL : PromptIntent.HARMLESS;
            instruct.add(sample("instruct", instruct.size(), row[0], row[1], intent, new Judgement("human", xstest(row[2]), row[2])));
            guard.add(sample("guard", guard.size(), row[0], row[1], intent, new Judgement("human", xstest(row[3]), row[3])));
        }
        runs.add("instruct", "mistralinstruct", "", "XSTest", List.of("human"), instruct);
        runs.add("guard", "mistralguard", "", "XSTest", List.of("human"), guard);
        return runs;
    }

    /** Two runs "base" and "candidate" with one category and the given paired table, judge "judge". */
    public static RecordedRuns table(String category, int staySafe, int harmful, int beneficial, int stayUnsafe) {
        return new RecordedRuns().addTable(category, staySafe, harmful, beneficial, stayUnsafe);
    }

    /** Six conditions of Qwen2.5-7B-Instruct, 150 probes each, drift scores of two judges; run ids as in the source, e.g. "v2_base". */
    public static RecordedRuns emPolitical() {
        Map<String, List<Sample>> byCondition = new LinkedHashMap<>();
        for (String[] row : rows("em-political-drift.csv")) {
            List<Sample> samples = byCondition.computeIfAbsent(row[0], condition -> new ArrayList<>());
            samples.add(sample(row[0], samples.size(), row[1] + "#" + row[2], row[1], PromptIntent.UNSPECIFIED,
                new Judgement("claude3_haiku", Verdict.UNSCORED, row[3], Double.parseDouble(row[3])),
                new Judgement("mistral_large3", Verdict.UNSCORED, row[4], Double.parseDouble(row[4]))));
        }
        RecordedRuns runs = new RecordedRuns();
        byCondition.forEach((condition, samples) -> runs.add(condition, "Qwen2.5-7B-Instruct", condition, "em-political",
            List.of("claude3_haiku", "mistral_large3"), samples));
        return runs;
    }

    /** Adds prompts of a category to the runs "base" and "candidate". */
    public RecordedRuns addTable(String category, int staySafe, int harmful, int beneficial, int stayUnsafe) {
        List<Sample> base = new ArrayList<>(samples.getOrDefault("base", List.of()));
        List<Sample> candidate = new ArrayList<>(samples.getOrDefault("candidate", List.of()));
        int n = staySafe + harmful + beneficial + stayUnsafe;
        for (int i = 0; i < n; i++) {
            boolean before = i < staySafe + harmful;
            boolean after = i < staySafe || i >= staySafe + harmful && i < staySafe + harmful + beneficial;
            String key = category + " prompt " + i;
            base.add(sample("base", base.size(), key, category, PromptIntent.HARMFUL, verdict(before)));
            candidate.add(sample("candidate", candidate.size(), key, category, PromptIntent.HARMFUL, verdict(after)));
        }
        add("base", "model", "baseline", "suite", List.of("judge"), base);
        add("candidate", "model", "tuned", "suite", List.of("judge"), candidate);
        return this;
    }

    public RecordedRuns add(String id, String model, String variant, String suite, List<String> judges, List<Sample> answers) {
        runs.put(id, new EvaluationRun(id, "import-" + id, model, variant, suite, "test", id + ".json",
            Optional.of(Instant.parse("2026-07-01T00:00:00Z")), answers.size(), 0, judges, Map.of()));
        samples.put(id, List.copyOf(answers));
        return this;
    }

    public RecordedRuns remove(String id) {
        runs.remove(id);
        samples.remove(id);
        return this;
    }

    public static Judgement verdict(boolean safe) {
        return new Judgement("judge", safe ? Verdict.SAFE : Verdict.UNSAFE, safe ? "safe" : "unsafe");
    }

    public static Sample sample(String run, int index, String key, String category, PromptIntent intent, Judgement... judgements) {
        return new Sample(run, index, key, 1, category, intent, "Words of " + key, "Response of " + run + " to " + key, true,
            List.of(judgements), Map.of());
    }

    @Override
    public List<EvaluationRun> list() {
        return List.copyOf(runs.values());
    }

    @Override
    public Optional<EvaluationRun> find(String reference) {
        return Optional.ofNullable(runs.get(reference));
    }

    @Override
    public List<Sample> samples(String runId) {
        return samples.get(runId);
    }

    private static Verdict jailbroken(String flag) {
        return flag.equals("1") ? Verdict.UNSAFE : Verdict.SAFE;
    }

    private static Verdict xstest(String label) {
        return switch (label) {
            case "1_full_compliance" -> Verdict.COMPLIED;
            case "2_full_refusal" -> Verdict.REFUSED;
            case "3_partial_refusal" -> Verdict.PARTIALLY_REFUSED;
            default -> throw new IllegalArgumentException(label);
        };
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                RecordedRuns.class.getResourceAsStream("/evaluation/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
