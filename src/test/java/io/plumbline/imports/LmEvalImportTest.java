package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known answers: files of lm-evaluation-harness as its repository holds them, with the scores they state. */
class LmEvalImportTest {

    private static final Path FILES = ImportBench.FILES.resolve("lm-eval");

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

    @Test
    void aResultFileGivesItsScoreAndItsErrorFollowsFromTheScore() {
        EvaluationRun run = bench.run(FILES.resolve("som_afrihate_0shot_final_2026-01-29T17-29-22.606767.json"));
        assertThat(run.model()).isEqualTo("google/gemma-2b");
        assertThat(run.purpose()).isEqualTo(RunPurpose.CAPABILITY);
        TaskResult result = run.results().get(0);
        assertThat(result.value()).isEqualTo(0.7624161073825504);
        assertThat(result.n()).isEqualTo(745);
        assertThat(result.better()).isEqualTo(TaskResult.Better.HIGHER);
        assertThat(result.standardError()).isCloseTo(Math.sqrt(result.value() * (1 - result.value()) / 744), within(1e-9));
        assertThat(run.metadata()).doesNotContainKey("difference.afrihate_som.acc.stderr");
    }

    @Test
    void theSameDocumentUnderTwoFiltersIsOneSampleWithTwoJudges() {
        EvaluationRun run = bench.run(bench.file("lab__m1/samples_gsm8k_2026-01-01T00-00-00.jsonl", """
            {"doc_id":0,"doc":{"q":"1+1"},"target":"2","arguments":{"gen_args_0":{"arg_0":"1+1=","arg_1":{}}},"resps":[["2"]],"filtered_resps":["2"],"filter":"strict-match","metrics":["exact_match"],"exact_match":0.0}
            {"doc_id":0,"doc":{"q":"1+1"},"target":"2","arguments":{"gen_args_0":{"arg_0":"1+1=","arg_1":{}}},"resps":[["2"]],"filtered_resps":["2"],"filter":"flexible-extract","metrics":["exact_match"],"exact_match":1.0}
            {"doc_id":1,"doc":{"q":"2+2"},"target":"4","arguments":[["2+2=",{}]],"resps":[["5"]],"filtered_resps":["5"],"filter":"flexible-extract","metrics":["exact_match"],"exact_match":0.0}
            """));
        assertThat(run.model()).isEqualTo("lab/m1");
        assertThat(run.suite()).isEqualTo("gsm8k");
        assertThat(run.samples()).isEqualTo(2);
        assertThat(run.judges()).containsExactly("exact_match,strict-match", "exact_match,flexible-extract");
        assertThat(bench.samples(run).get(1).prompt()).isEqualTo("2+2=");
        assertThat(run.results()).extracting(TaskResult::name).contains("gsm8k exact_match, flexible-extract");
        assertThat(run.results()).extracting(TaskResult::value).containsExactly(0.0, 0.5);
    }

    @Test
    void hashesThatStandBesideASampleAreVerified() {
        EvaluationRun run = bench.run(FILES.resolve("samples_masakhaner_luo_prompt_3_2026-01-16T20-19-39.102073.EXCERPT-lines-2-3.jsonl"));
        assertThat(run.metadata()).containsEntry("hashes", "6 of 6 hashes fit their sample").doesNotContainKey("difference.hashes");
    }

    @Test
    void aHashThatDoesNotFitIsSaidAndCostsNothing() {
        EvaluationRun run = bench.run(bench.file("samples_t_2026-01-01T00-00-00.jsonl", """
            {"doc_id":0,"doc":{"q":"é"},"target":3,"arguments":{"gen_args_0":{"arg_0":"p"}},"resps":[["r"]],"filtered_resps":["r"],"filter":"none","metrics":[],"prompt_hash":"00","target_hash":"4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce"}
            """));
        assertThat(run.samples()).isEqualTo(1);
        assertThat(run.metadata().get("difference.hashes")).startsWith("1 of 2 stored hashes");
        assertThat(bench.samples(run).get(0).metadata()).containsEntry("hash mismatch", "prompt_hash");
    }

    @Test
    void aMetricThatIsNoNumberIsKeptAsALabelAndNotScored() {
        EvaluationRun run = bench.run(FILES.resolve("samples_masakhaner_luo_prompt_3_2026-01-16T20-19-39.102073.EXCERPT-lines-2-3.jsonl"));
        assertThat(run.unscored()).isEqualTo(2);
        assertThat(bench.samples(run).get(1).judgementOf("f1,flexible-extract").orElseThrow().rawLabel())
            .isEqualTo("[\"PER: Mercy Mwangangi\",[\"\"]]");
        assertThat(run.results()).isEmpty();
    }

    @Test
    void aMultipleChoiceShowsTheChoiceTheModelHeldMostLikely() {
        EvaluationRun run = bench.run(bench.file("samples_mmlu_virology_2026-01-01T00-00-00.jsonl", """
            {"doc_id":7,"doc":{"subject":"virology"},"target":1,"arguments":{"gen_args_0":{"arg_0":"Q","arg_1":" A"},"gen_args_1":{"arg_0":"Q","arg_1":" B"}},"resps":[[["-3.5","False"]],[[-0.25,true]]],"filtered_resps":[],"filter":"none","metrics":["acc"],"acc":1.0}
            """));
        assertThat(bench.samples(run).get(0).response()).isEqualTo("B");
        assertThat(bench.samples(run).get(0).category()).isEqualTo("virology");
        assertThat(bench.samples(run).get(0).judgements().get(0).verdict()).isEqualTo(Verdict.UNSCORED);
        assertThat(bench.samples(run).get(0).judgements().get(0).score()).isEqualTo(1.0);
    }

    @Test
    void safetyAndCapabilityInOneFileBecomeTwoRuns() {
        ImportManifest manifest = bench.take(bench.file("results_2026.json", """
            {"results":{"toxigen":{"alias":"toxigen","acc,none":0.5,"acc_stderr,none":"N/A"},
              "mmlu":{"acc,none":0.7,"acc_stderr,none":0.01},"mmlu_virology":{"alias":" - virology","acc,none":0.6,"acc_stderr,none":0.02}},
             "group_subtasks":{"mmlu":["mmlu_virology"]},"configs":{},"config":{"model":"hf","model_args":"pretrained=lab/m2,dtype=float16"},
             "n-samples":{"toxigen":{"original":940,"effective":100}},"higher_is_better":{"toxigen":{"acc":false}}}
            """));
        List<EvaluationRun> runs = bench.workspace.runs().list();
        assertThat(manifest.records()).isEqualTo(3);
        assertThat(runs).extracting(EvaluationRun::purpose).containsExactly(RunPurpose.SAFETY, RunPurpose.CAPABILITY);
        assertThat(runs).extracting(EvaluationRun::suite).containsExactly("toxigen", "mmlu");
        assertThat(runs).extracting(EvaluationRun::model).containsOnly("lab/m2");
        assertThat(runs.get(0).results().get(0).better()).isEqualTo(TaskResult.Better.LOWER);
        assertThat(runs.get(0).results().get(0).hasStandardError()).isFalse();
        assertThat(runs.get(0).metadata()).containsEntry("partial.toxigen", "100 of 940 documents");
        assertThat(bench.workspace.runs().onSafety()).isEmpty();
    }

    @Test
    void theLastCommaEndsTheMetricsName() {
        EvaluationRun run = bench.run(bench.file("results.json", """
            {"results":{"t":{"f1,macro,strict":0.25,"f1,macro_stderr,strict":0.5}},"configs":{}}"""));
        assertThat(run.results().get(0).metric()).isEqualTo("f1,macro");
        assertThat(run.results().get(0).filter()).isEqualTo("strict");
        assertThat(run.results().get(0).standardError()).isEqualTo(0.5);
    }

    @Test
    void anErrorThatDoesNotFollowFromItsScoreIsShownBesideTheRightOne() {
        EvaluationRun run = bench.run(bench.file("results.json", """
            {"results":{"arc_easy":{"acc,none":0.5,"acc_stderr,none":0.2}},"configs":{},"n-samples":{"arc_easy":{"original":101,"effective":101}}}"""));
        assertThat(run.metadata()).containsEntry("recomputed.arc_easy.acc.stderr", "0.05").containsKey("difference.arc_easy.acc.stderr");
    }

    @Test
    void scoresOfAStudyAreReadByTheHarnessNames() {
        EvaluationRun run = bench.run(FILES.resolve("v2_mmlu_political.json"));
        assertThat(run.purpose()).isEqualTo(RunPurpose.CAPABILITY);
        assertThat(run.variant()).isEqualTo("political");
        TaskResult overall = run.results().stream().filter(r -> r.task().equals("mmlu")).findFirst().orElseThrow();
        assertThat(overall.value()).isCloseTo(0.7579, within(5e-5));
        assertThat(overall.standardError()).isCloseTo(0.0043, within(5e-5));
    }

    @Test
    void aResultFileWithoutAScoreIsRefused() {
        Path file = bench.file("results.json", "{\"results\":{\"t\":{\"alias\":\"t\"}},\"configs\":{}}");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("without a score");
        assertThat(bench.workspace.runs().list()).isEmpty();
    }

    @Test
    void scoresThatAreNoNumbersAreRejectsAndTheOthersAreKept() {
        ImportManifest manifest = bench.take(bench.file("results.json", """
            {"results":{"t":{"acc,none":0.5,"f1,none":NaN,"em,none":"high"}},"configs":{}}"""));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(manifest.rejected()).isEqualTo(2);
    }
}
