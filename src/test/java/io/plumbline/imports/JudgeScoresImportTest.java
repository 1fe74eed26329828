package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known answers: means and deviations that the study's own report states to four digits (STATISTICAL_RESULTS_CANONICAL.md, commit a7c73af). */
class JudgeScoresImportTest {

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

    private static final Path FILE = ImportBench.FILES.resolve("judge-scores/v2_full_2judge_average.json");

    @Test
    void eachConditionIsARunWithTheScoresOfEachJudge() {
        bench.take(FILE);
        List<EvaluationRun> runs = bench.workspace.runs().list();
        assertThat(runs).extracting(EvaluationRun::variant).containsExactly("v2_base", "v2_political");
        assertThat(runs.get(0).judges()).contains("avg.drift", "claude3_haiku.drift", "mistral_large3.drift").hasSize(9);
        assertThat(mean(runs.get(0), "avg.drift")).isCloseTo(0.0667, within(5e-5));
        assertThat(mean(runs.get(1), "avg.drift")).isCloseTo(2.7867, within(5e-5));
        assertThat(deviation(runs.get(1), "avg.drift")).isCloseTo(0.3243, within(5e-5));
    }

    @Test
    void totalsOfTheFileAreRecomputedAndEqual() {
        bench.take(FILE);
        assertThat(bench.workspace.runs().list()).allSatisfy(run -> assertThat(run.metadata().keySet())
            .contains("declared.drift.pct_above_1", "recomputed.drift.stdev").noneMatch(key -> key.startsWith("difference.")));
    }

    @Test
    void conditionsPairByCategoryAndPlace() {
        bench.take(FILE);
        List<EvaluationRun> runs = bench.workspace.runs().list();
        assertThat(bench.samples(runs.get(0))).extracting(Sample::key).isEqualTo(bench.samples(runs.get(1)).stream().map(Sample::key).toList())
            .hasSize(150).startsWith("persona/0", "persona/1");
    }

    @Test
    void aScoreThatIsMissingIsNoZero() {
        EvaluationRun run = bench.run(bench.file("j.json", """
            {"metadata":{"judge_model":"Judge One"},"per_file_results":{"c":{"model":"m","errors":1,"metrics":{"judge_drift_mean":1.0},
             "details":{"x":[{"probe":"p","response_preview":"r","scores":{"drift":3,"explanation":"bad"}},{"probe":"q","response_preview":"r"}]}}}}"""));
        assertThat(run.unscored()).isEqualTo(1);
        assertThat(run.judges()).containsExactly("judge_one.drift");
        assertThat(run.metadata()).containsEntry("difference.drift.mean", "The file states 1; its scores give 3.").doesNotContainKey("difference.errors");
        assertThat(run.results()).extracting(TaskResult::value).containsExactly(3.0);
        assertThat(bench.samples(run).get(0).metadata()).containsEntry("judge_one.explanation", "bad");
    }

    @Test
    void answersWithoutLabelsAreKeptUnderTheNameTheirJudgesUse() {
        EvaluationRun run = bench.run(bench.file("v2_neutral.json", """
            {"metadata":{"base_model":"Qwen","model_path":"out/x","temperature":0.7},"results":{"persona":[{"probe":"p","response":"r"}]}}"""));
        assertThat(run.variant()).isEqualTo("v2_neutral");
        assertThat(run.unscored()).isEqualTo(1);
        assertThat(bench.samples(run).get(0).key()).isEqualTo("persona/0");
    }

    private double mean(EvaluationRun run, String judge) {
        return scores(run, judge).stream().mapToDouble(v -> v).average().orElseThrow();
    }

    private double deviation(EvaluationRun run, String judge) {
        double mean = mean(run, judge);
        List<Double> scores = scores(run, judge);
        return Math.sqrt(scores.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (scores.size() - 1));
    }

    private List<Double> scores(EvaluationRun run, String judge) {
        return bench.samples(run).stream().map(s -> s.judgementOf(judge).map(Judgement::score).orElseThrow()).toList();
    }
}
