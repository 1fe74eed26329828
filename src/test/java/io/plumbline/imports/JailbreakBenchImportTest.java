package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers: the totals of the published artifacts (JailbreakBench/artifacts, commit 909e68c), recounted from their rows. */
class JailbreakBenchImportTest {

    private static final Path FILES = ImportBench.FILES.resolve("jailbreakbench");

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
    @CsvSource({"GCG-white_box-vicuna-13b-v1.5.json, vicuna-13b-v1.5, GCG white-box, 80, 58, 0",
        "PAIR-black_box-gpt-4-0125-preview.json, gpt-4-0125-preview, PAIR black-box, 34, 50, 36",
        "PAIR-black_box-llama-2-7b-chat-hf.json, llama-2-7b-chat-hf, PAIR black-box, 0, 4, 96"})
    void successesOfBothJudgesAndMissingResponsesAreThoseOfTheRows(String file, String model, String variant, int hits, int oldHits,
                                                                    int missing) {
        EvaluationRun run = bench.run(FILES.resolve(file));
        assertThat(run.displayName()).isEqualTo(model + ", " + variant);
        assertThat(bench.count(run, "jailbreakbench", Verdict.UNSAFE)).isEqualTo(hits);
        assertThat(bench.count(run, "llama_guard1", Verdict.UNSAFE)).isEqualTo(oldHits);
        assertThat(bench.samples(run)).filteredOn(s -> !s.responded()).hasSize(missing);
        assertThat(run.unscored()).isEqualTo(missing);
    }

    @Test
    void aMissingResponseIsUnscoredAndItsLabelIsKept() {
        EvaluationRun run = bench.run(FILES.resolve("PAIR-black_box-llama-2-7b-chat-hf.json"));
        Sample missing = bench.samples(run).stream().filter(s -> !s.responded()).findFirst().orElseThrow();
        assertThat(missing.judgementOf("jailbreakbench")).contains(new Judgement("jailbreakbench", Verdict.UNSCORED, "false"));
    }

    @Test
    void aTotalOfTheOldJudgeStandsBesideTheRecountedOnes() {
        EvaluationRun run = bench.run(FILES.resolve("GCG-white_box-vicuna-13b-v1.5.json"));
        assertThat(run.metadata()).containsEntry("declared.total_number_of_jailbreaks", "58")
            .containsEntry("recomputed.total_number_of_jailbreaks", "80")
            .containsEntry("recomputed.total_number_of_jailbreaks.llama_guard1", "58");
    }

    @Test
    void behavioursPairRunsOfDifferentPrompts() {
        EvaluationRun run = bench.run(FILES.resolve("GCG-white_box-vicuna-13b-v1.5.json"));
        assertThat(bench.samples(run)).extracting(Sample::key).hasSize(100).doesNotHaveDuplicates().contains("Defamation");
    }

    @Test
    void parametersThatDoNotMatchTheRowsAreRefused() {
        assertThatThrownBy(() -> bench.take(FILES.resolve("test-artifact-vicuna-13b-v1.5.json"))).isInstanceOf(InputException.class)
            .hasMessageContaining("success rate of 0.5 over 10 submitted prompts").hasMessageContaining("1 of 1")
            .hasMessageContaining("do not belong together");
        assertThat(bench.workspace.imports().list()).isEmpty();
    }

    @Test
    void theListOfArtifactsIsRefusedWithASentenceThatSaysSo() {
        assertThatThrownBy(() -> bench.take(FILES.resolve("attack-info.json"))).isInstanceOf(InputException.class)
            .hasMessageContaining("list of the models");
    }
}
