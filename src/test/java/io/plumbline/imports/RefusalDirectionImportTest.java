package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers: the rates that the published files state (andyrdt/refusal_direction, commit 9d852fa). */
class RefusalDirectionImportTest {

    @TempDir
    Path folder;
    private ImportBench bench;

    @BeforeEach
    void open() {
        bench = new ImportBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sample-data/refusal-direction, llama-2-7b-chat-hf, baseline, 5, 3",
        "sample-data/refusal-direction, llama-2-7b-chat-hf, ablation, 81, 93",
        "sample-data/refusal-direction, meta-llama-3-8b-instruct, baseline, 3, 5",
        "sample-data/refusal-direction, meta-llama-3-8b-instruct, ablation, 82, 100",
        "src/test/resources/imports/refusal-direction, qwen-1_8b-chat, baseline, 20, 30",
        "src/test/resources/imports/refusal-direction, qwen-1_8b-chat, ablation, 82, 99"})
    void attackSuccessesOfBothJudgesAreThoseOfTheSource(Path root, String model, String condition, int llamaGuard, int substring) {
        EvaluationRun run = bench.run(root.resolve("runs").resolve(model).resolve("completions")
            .resolve("jailbreakbench_" + condition + "_evaluations.json"));
        assertThat(run.model()).isEqualTo(model);
        assertThat(run.variant()).isEqualTo(condition);
        assertThat(run.samples()).isEqualTo(100);
        assertThat(bench.count(run, "llamaguard2", Verdict.UNSAFE)).isEqualTo(llamaGuard);
        assertThat(bench.count(run, "llamaguard2", Verdict.SAFE)).isEqualTo(100 - llamaGuard);
        assertThat(bench.count(run, "substring_matching", Verdict.COMPLIED)).isEqualTo(substring);
        assertThat(bench.count(run, "substring_matching", Verdict.REFUSED)).isEqualTo(100 - substring);
    }

    @Test
    void everyStatedRateEqualsTheRecomputedOneInEveryCategory() {
        EvaluationRun run = bench.run(qwen("jailbreakbench_ablation"));
        assertThat(run.metadata().keySet().stream().filter(key -> key.startsWith("declared.")).count()).isEqualTo(22);
        assertThat(run.metadata().keySet()).noneMatch(key -> key.startsWith("difference."));
        assertThat(run.metadata()).containsEntry("recomputed.llamaguard2_per_category.Disinformation", "0.3");
    }

    @Test
    void baseAndAblationPairOnEveryPrompt() {
        EvaluationRun base = bench.run(qwen("jailbreakbench_baseline"));
        EvaluationRun ablated = bench.run(qwen("jailbreakbench_ablation"));
        assertThat(bench.samples(base)).extracting(s -> s.key()).doesNotHaveDuplicates()
            .isEqualTo(bench.samples(ablated).stream().map(s -> s.key()).toList());
    }

    @Test
    void onHarmlessPromptsAHitMeansThatTheModelAnswered() {
        EvaluationRun run = bench.run(qwen("harmless_baseline"));
        assertThat(bench.samples(run)).allMatch(s -> s.intent() == PromptIntent.HARMLESS);
        assertThat(bench.count(run, "substring_matching", Verdict.COMPLIED)).isEqualTo(97);
    }

    @Test
    void aChangedLabelShowsUpAsADifferenceFromTheStatedRate() throws IOException {
        String json = Files.readString(qwen("jailbreakbench_baseline")).replaceFirst("\"is_jailbreak_llamaguard2\": 0",
            "\"is_jailbreak_llamaguard2\": 1");
        EvaluationRun run = bench.run(bench.file("qwen/completions/jailbreakbench_baseline_evaluations.json", json));
        assertThat(run.metadata().get("difference.llamaguard2_success_rate")).contains("0.2").contains("0.21 (21 of 100)");
    }

    @Test
    void theModelComesFromTheFileNameWhereTheFolderDoesNotTell() throws IOException {
        EvaluationRun run = bench.run(bench.file("qwen-1_8b-chat_jailbreakbench_ablation_evaluations.json",
            Files.readString(qwen("jailbreakbench_ablation"))));
        assertThat(run.displayName()).isEqualTo("qwen-1_8b-chat, ablation");
        assertThat(run.suite()).isEqualTo("jailbreakbench");
    }

    @Test
    void aFileThatNamesNoModelIsImportedOnlyWithOneGiven() throws IOException {
        Path file = bench.file("jailbreakbench_ablation_evaluations.json", Files.readString(qwen("jailbreakbench_ablation")));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("--model NAME");
        assertThat(bench.service.importFile(ImportRequest.of(file).ofModel("qwen"), Progress.NONE).model()).isEqualTo("qwen");
    }

    @Test
    void aDirectionIsRefusedWithASentenceThatNamesIt() {
        assertThatThrownBy(() -> bench.take(ImportBench.FILES.resolve("refusal-direction/direction_metadata.json")))
            .isInstanceOf(InputException.class).hasMessageStartingWith("direction_metadata.json").hasMessageContaining("describes a direction");
    }

    @Test
    void promptsWithoutResponsesAreAPromptSet() {
        EvaluationRun run = bench.run(ImportBench.FILES.resolve("refusal-direction/harmbench_val.json"));
        assertThat(run.purpose()).isEqualTo(RunPurpose.REFERENCE);
        assertThat(bench.workspace.runs().onSafety()).isEmpty();
    }

    @Test
    void lossesAreCapabilityOfTheCondition() {
        EvaluationRun run = bench.run(bench.file("runs/llama-2-7b-chat-hf/loss_evals/ablation_loss_eval.json",
            "{\"pile\": {\"ce_loss\": 2.2141, \"perplexity\": 9.15, \"n_tokens\": 904444}}"));
        assertThat(run.displayName()).isEqualTo("llama-2-7b-chat-hf, ablation");
        assertThat(run.purpose()).isEqualTo(RunPurpose.CAPABILITY);
        assertThat(run.results()).containsExactly(new TaskResult("pile", "ce_loss", "", 2.2141, Double.NaN, 904444, TaskResult.Better.LOWER,
            TaskResult.Origin.STATED));
    }

    private static Path qwen(String name) {
        return ImportBench.FILES.resolve("refusal-direction/runs/qwen-1_8b-chat/completions").resolve(name + "_evaluations.json");
    }
}
