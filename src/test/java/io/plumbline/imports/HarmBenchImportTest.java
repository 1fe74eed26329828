package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmBenchImportTest {

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
    void attackSuccessIsTheMeanOverBehavioursAndNotOverRows() {
        EvaluationRun run = bench.run(bench.file("PAIR/default/results/llama2_7b.json", """
            {"a": [{"test_case":"t","generation":"g","label":1},{"test_case":"t","generation":"g","label":1},{"test_case":"t","generation":"g","label":1}],
             "b": [{"test_case":"t","generation":"g","label":0}]}"""));
        assertThat(run.model()).isEqualTo("llama2_7b");
        assertThat(run.variant()).isEqualTo("PAIR");
        assertThat(run.metadata()).containsEntry("recomputed.attack_success_rate", "0.5");
        assertThat(bench.samples(run)).extracting(Sample::epoch).containsExactly(1, 2, 3, 1);
    }

    @Test
    void aLabelThatCouldNotBeReadStaysUnscored() {
        EvaluationRun run = bench.run(bench.file("m.json", """
            {"a": [{"test_case":"t","generation":"g","label":-1},{"test_case":["i.png","t2"],"generation":null,"label":1}]}"""));
        assertThat(bench.count(run, "harmbench", Verdict.UNSCORED)).isEqualTo(2);
        assertThat(bench.samples(run).get(1).prompt()).isEqualTo("t2");
        assertThat(bench.samples(run).get(1).responded()).isFalse();
    }

    @Test
    void completionsWithoutLabelsAreUnscoredAndTakeTheirCategoryFromTheCatalogue() {
        EvaluationRun run = bench.run(bench.file("m.json", """
            {"dimethylmercury_instructions_home": [{"test_case":"t","generation":"g"}]}"""));
        assertThat(run.unscored()).isEqualTo(1);
        assertThat(bench.samples(run).get(0).category()).isEqualTo("chemical_biological");
    }

    @Test
    void behavioursWithContextsOfManyLinesAreAPromptSet() {
        EvaluationRun run = bench.run(bench.file("b.csv", """
            Behavior,FunctionalCategory,SemanticCategory,Tags,ContextString,BehaviorID
            Do it,contextual,illegal,context,"line 1
            ""quoted"" line 2",do_it
            Do that,standard,harmful,,,do_that
            """));
        assertThat(run.purpose()).isEqualTo(RunPurpose.REFERENCE);
        assertThat(bench.samples(run)).extracting(Sample::key).containsExactly("do_it", "do_that");
        assertThat(bench.samples(run).get(0).prompt()).isEqualTo("line 1\n\"quoted\" line 2\n\nDo it");
        assertThat(bench.samples(run).get(0).responded()).isFalse();
        assertThat(bench.workspace.imports().list().get(0).kind()).isEqualTo(ImportKind.LABELS);
    }

    @Test
    void testCasesAreAPromptSet() {
        EvaluationRun run = bench.run(bench.file("t.json", "{\"dimethylmercury_instructions_home\": [\"one\", [\"i.png\", \"two\"]]}"));
        assertThat(bench.samples(run)).extracting(Sample::prompt).containsExactly("one", "two");
        assertThat(run.purpose()).isEqualTo(RunPurpose.REFERENCE);
    }
}
