package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarakImportTest {

    private static final String SETUP = "{\"entry_type\":\"start_run setup\",\"transient.run_id\":\"r1\",\"plugins.target_type\":\"nim\","
        + "\"plugins.target_name\":\"lab/m1\",\"run.eval_threshold\":0.5,\"transient.starttime_iso\":\"2026-01-02T03:04:05.123456\"}\n";

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

    /** The fixture of garak's own tests: eight attempts, each written twice, all passed. */
    @Test
    void anAttemptIsCountedOnceThoughItIsWrittenTwice() {
        EvaluationRun run = bench.run(ImportBench.FILES.resolve("garak/report_test.report.jsonl"));
        assertThat(run.model()).isEqualTo("openai.OpenAICompatible/qwen2");
        assertThat(run.samples()).isEqualTo(8);
        assertThat(bench.count(run, "always.Pass", Verdict.SAFE)).isEqualTo(8);
        assertThat(run.metadata()).containsEntry("declared.passed test.Test always.Pass", "8 of 8")
            .containsEntry("recomputed.passed test.Test always.Pass", "8 of 8").doesNotContainKey("difference.passed test.Test always.Pass");
    }

    @Test
    void aScoreOfOneIsAHitAndADigestSpeaksOfPasses() {
        EvaluationRun run = bench.run(bench.file("r.jsonl", SETUP + """
            {"entry_type":"attempt","uuid":"a","seq":0,"status":2,"probe_classname":"dan.Dan_11_0","prompt":{"turns":[{"role":"system","content":{"text":"s"}},{"role":"user","content":{"text":"attack"}}]},"outputs":[{"text":"yes"},{"text":"no"},null],"detector_results":{"dan.DAN":[1.0,0.0,null]}}
            {"entry_type":"eval","probe":"dan.Dan_11_0","detector":"dan.DAN","passed":2,"fails":1,"nones":0,"total_evaluated":3}
            {"entry_type":"digest","meta":{},"eval":{"dan":{"_summary":{},"dan.Dan_11_0":{"_summary":{},"dan.DAN":{"absolute_score":0.5}}}}}
            {"entry_type":"completion","run":"r1"}
            """));
        assertThat(bench.samples(run)).extracting(s -> s.judgementOf("dan.DAN").orElseThrow().verdict())
            .containsExactly(Verdict.UNSAFE, Verdict.SAFE, Verdict.UNSCORED);
        assertThat(bench.samples(run)).extracting(Sample::responded).containsExactly(true, true, false);
        assertThat(bench.samples(run)).extracting(Sample::prompt).containsOnly("attack");
        assertThat(bench.samples(run)).extracting(Sample::epoch).containsExactly(1, 2, 3);
        assertThat(bench.samples(run)).extracting(Sample::category).containsOnly("dan");
        assertThat(run.metadata()).containsEntry("declared.digest pass rate dan.Dan_11_0 dan.DAN", "0.5")
            .containsEntry("recomputed.digest pass rate dan.Dan_11_0 dan.DAN", "0.5")
            .doesNotContainKey("difference.digest pass rate dan.Dan_11_0 dan.DAN")
            .containsEntry("difference.passed dan.Dan_11_0 dan.DAN", "The report states 2 passes of 3; its attempts give 1 of 2.");
        assertThat(run.results().get(0).value()).isEqualTo(0.5);
        assertThat(run.results().get(0).better()).isEqualTo(TaskResult.Better.LOWER);
    }

    @Test
    void oldReportsWithTextsAndWithoutUuidsAreRead() {
        EvaluationRun run = bench.run(bench.file("r.jsonl", """
            {"entry_type":"start_run setup","plugins.model_type":"huggingface","plugins.model_name":"gpt2"}
            {"entry_type":"attempt","status":1,"probe_classname":"lmrc.QuackMedicine","prompt":"p","outputs":["o"],"detector_results":{}}
            {"entry_type":"attempt","status":2,"probe_classname":"lmrc.QuackMedicine","prompt":"p","outputs":["o"],"detector_results":{"lmrc.QuackMedicine":[1.0]}}
            {"entry_type":"eval","probe":"lmrc.QuackMedicine","detector":"detector.lmrc.QuackMedicine","passed":0,"total":1}
            """));
        assertThat(run.model()).isEqualTo("huggingface/gpt2");
        assertThat(run.samples()).isEqualTo(1);
        assertThat(run.metadata()).containsEntry("recomputed.passed lmrc.QuackMedicine lmrc.QuackMedicine", "0 of 1");
    }

    @Test
    void anyDetectorJudgesReportsOfSeveralProbes() {
        EvaluationRun run = bench.run(bench.file("r.jsonl", SETUP + """
            {"entry_type":"attempt","uuid":"a","status":2,"probe_classname":"dan.A","prompt":"p","outputs":["o"],"detector_results":{"d.One":[0.0],"d.Two":[0.9]}}
            {"entry_type":"attempt","uuid":"b","status":2,"probe_classname":"enc.B","prompt":"q","outputs":["o"],"detector_results":{"d.Three":[0.1]}}
            {"entry_type":"attempt","uuid":"c","status":2,"probe_classname":"enc.B","prompt":"r","outputs":["o"],"detector_results":{"d.Three":[null]}}
            """));
        assertThat(run.judges().get(0)).isEqualTo("any detector");
        assertThat(bench.samples(run)).extracting(s -> s.judgementOf("any detector").orElseThrow().verdict())
            .containsExactly(Verdict.UNSAFE, Verdict.SAFE, Verdict.UNSCORED);
    }

    @Test
    void attemptsThatWereNeverJudgedStayUnscored() {
        EvaluationRun run = bench.run(bench.file("r.jsonl", SETUP + """
            {"entry_type":"attempt","uuid":"a","status":1,"probe_classname":"dan.A","prompt":"p","outputs":["o"],"detector_results":{}}
            """));
        assertThat(run.unscored()).isEqualTo(1);
        assertThat(run.metadata().get("status")).contains("no completion entry");
    }

    @Test
    void theSamePromptPairsAcrossReports() {
        EvaluationRun one = bench.run(bench.file("1.jsonl", SETUP + attempt("a", "p")));
        EvaluationRun two = bench.run(bench.file("2.jsonl", SETUP + attempt("z", "p") + attempt("y", "q")));
        assertThat(bench.samples(two).get(0).key()).isEqualTo(bench.samples(one).get(0).key());
    }

    @Test
    void aHitLogIsLabelMaterialAndNoSideOfAComparison() {
        ImportManifest manifest = bench.take(bench.file("r.hitlog.jsonl", """
            {"goal":"g","prompt":{"turns":[{"role":"user","content":{"text":"p"}}]},"output":{"text":"bad"},"triggers":["t"],"score":1.0,"run_id":"r1","attempt_id":"a","attempt_seq":0,"attempt_idx":0,"generator":"nim lab/m1","probe":"dan.A","detector":"dan.DAN","generations_per_prompt":5}
            """));
        assertThat(manifest.kind()).isEqualTo(ImportKind.LABELS);
        EvaluationRun run = bench.workspace.runs().list().get(0);
        assertThat(run.purpose()).isEqualTo(RunPurpose.REFERENCE);
        assertThat(bench.samples(run).get(0).response()).isEqualTo("bad");
        assertThat(bench.workspace.runs().onSafety()).isEmpty();
    }

    @Test
    void aDigestGivesRatesOfHits() {
        EvaluationRun run = bench.run(bench.file("digest.json", """
            {"entry_type":"digest","meta":{"run_uuid":"u","setup":{"plugins.target_type":"nim","plugins.target_name":"m"}},
             "eval":{"dan":{"_summary":{"score":0.9},"dan.A":{"_summary":{"probe_score":0.9},"dan.DAN":{"absolute_score":0.9}}}}}"""));
        assertThat(run.results()).singleElement().satisfies(result -> {
            assertThat(result.value()).isCloseTo(0.1, within(1e-12));
            assertThat(result.origin()).isEqualTo(TaskResult.Origin.STATED);
        });
        assertThat(bench.workspace.runs().onSafety()).isEmpty();
    }

    @Test
    void aReportWithoutAttemptsIsRefused() {
        Path file = bench.file("r.jsonl", SETUP + "{\"entry_type\":\"init\",\"run\":\"r1\"}\n");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("without attempts");
    }

    @Test
    void aTornLastLineCostsNoOther() {
        ImportManifest manifest = bench.take(bench.file("r.jsonl", SETUP + attempt("a", "p") + "{\"entry_type\":\"attempt\",\"uuid\":\"b"));
        assertThat(manifest.records()).isEqualTo(1);
        assertThat(manifest.rejected()).isEqualTo(1);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 5).get(0).line()).isEqualTo(3);
    }

    private static String attempt(String uuid, String prompt) {
        return "{\"entry_type\":\"attempt\",\"uuid\":\"" + uuid + "\",\"status\":2,\"probe_classname\":\"dan.A\",\"prompt\":\"" + prompt
            + "\",\"outputs\":[\"o\"],\"detector_results\":{\"d.One\":[0.0]}}\n";
    }
}
