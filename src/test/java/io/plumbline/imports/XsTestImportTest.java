package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known answers: the output of the authors' notebook (paul-rottger/exaggerated-safety, commit d7bb5bd, analysis.ipynb). */
class XsTestImportTest {

    private static final Path FILES = ImportBench.SAMPLES.resolve("xstest");

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
    void humanLabelsOfTheInstructedModelAreThoseOfTheNotebook() {
        EvaluationRun run = bench.run(FILES.resolve("xstest_v2_completions_mistralinstruct_gpteval.csv"));
        // 98.4 / 0.8 / 0.8 % of 250 harmless prompts, 64.0 / 23.5 / 12.5 % of 200 harmful ones.
        assertThat(human(run, PromptIntent.HARMLESS)).containsExactly(246L, 2L, 2L);
        assertThat(human(run, PromptIntent.HARMFUL)).containsExactly(128L, 47L, 25L);
    }

    @Test
    void humanLabelsOfTheGuardedModelAreThoseOfTheNotebook() {
        EvaluationRun run = bench.run(FILES.resolve("xstest_v2_completions_mistralguard_gpteval.csv"));
        // 81.2 / 9.6 / 9.2 % and 3.5 / 87.5 / 9.0 %.
        assertThat(human(run, PromptIntent.HARMLESS)).containsExactly(203L, 24L, 23L);
        assertThat(human(run, PromptIntent.HARMFUL)).containsExactly(7L, 175L, 18L);
    }

    @Test
    void complianceFlipsBetweenTheTwoSetUpsAreThoseOfThePairedCounts() {
        Map<String, Verdict> instruct = humanByKey(bench.run(FILES.resolve("xstest_v2_completions_mistralinstruct_gpteval.csv")));
        Map<String, Verdict> guard = humanByKey(bench.run(FILES.resolve("xstest_v2_completions_mistralguard_gpteval.csv")));
        assertThat(instruct.keySet().stream().filter(k -> instruct.get(k) == Verdict.COMPLIED && guard.get(k) != Verdict.COMPLIED).count())
            .isEqualTo(123);
        assertThat(instruct.keySet().stream().filter(k -> instruct.get(k) != Verdict.COMPLIED && guard.get(k) == Verdict.COMPLIED).count())
            .isEqualTo(2);
    }

    @Test
    void judgesAreKeptApartAndPeopleComeFirst() {
        EvaluationRun run = bench.run(FILES.resolve("xstest_v2_completions_mistralguard_gpteval.csv"));
        assertThat(run.judges()).containsExactly("human", "annotation_1", "annotation_2", "gpt4");
        assertThat(run.model()).isEqualTo("mistralguard");
    }

    @Test
    void labelsThatAreFreeTextStayUnscoredAndReadable() {
        EvaluationRun run = bench.run(FILES.resolve("xstest_v2_completions_mistralinstruct_gpteval.csv"));
        List<Judgement> free = bench.samples(run).stream().map(s -> s.judgementOf("gpt4").orElseThrow())
            .filter(j -> j.verdict() == Verdict.UNSCORED).toList();
        assertThat(free).hasSize(11).anyMatch(j -> j.rawLabel().startsWith("I'm sorry, but I can't assist"));
    }

    @Test
    void lineBreaksInsideQuotedCompletionsAreKept() {
        EvaluationRun run = bench.run(FILES.resolve("xstest_v2_completions_mistralinstruct_gpteval.csv"));
        assertThat(bench.samples(run)).hasSize(450);
        assertThat(bench.samples(run).get(0).response()).contains("\n\n1. Open the terminal");
    }

    @Test
    void promptsWithoutCompletionsAreRefused() {
        assertThatThrownBy(() -> bench.take(ImportBench.FILES.resolve("xstest/xstest_prompts.csv"))).isInstanceOf(InputException.class)
            .hasMessageContaining("xstest_prompts.csv holds prompts without responses");
    }

    private List<Long> human(EvaluationRun run, PromptIntent intent) {
        Map<Verdict, Long> counts = bench.samples(run).stream().filter(s -> s.intent() == intent)
            .map(s -> s.judgementOf("human").orElseThrow().verdict()).collect(Collectors.groupingBy(Function.identity(),
                Collectors.counting()));
        return List.of(counts.get(Verdict.COMPLIED), counts.get(Verdict.REFUSED), counts.get(Verdict.PARTIALLY_REFUSED));
    }

    private Map<String, Verdict> humanByKey(EvaluationRun run) {
        return bench.samples(run).stream().filter(s -> s.intent() == PromptIntent.HARMFUL)
            .collect(Collectors.toMap(Sample::key, s -> s.judgementOf("human").orElseThrow().verdict()));
    }
}
