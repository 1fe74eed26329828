package io.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Benchmark;
import io.plumbline.domain.BenchmarkCategory;
import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkCatalogueTest {

    private final BenchmarkCatalogue catalogue = BenchmarkCatalogue.builtIn();

    /** Sizes as the papers state them. */
    @ParameterizedTest
    @CsvSource({"harmbench,400,7", "advbench,520,0", "jailbreakbench,100,10", "xstest,450,18", "simplesafetytests,100,5", "salad-bench,21318,6",
        "wildguardtest,1725,13", "toxigen,940,13"})
    void everyBenchmarkHasItsSizeAndCategories(String id, int size, int categories) {
        Benchmark benchmark = catalogue.benchmarks().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
        assertThat(benchmark.size()).isEqualTo(size);
        assertThat(benchmark.categories()).hasSize(categories);
        assertThat(benchmark.weaknesses()).isNotBlank();
        int counted = benchmark.categories().stream().mapToInt(BenchmarkCategory::size).sum();
        assertThat(counted).satisfiesAnyOf(sum -> assertThat(sum).isEqualTo(size), sum -> assertThat(sum).isLessThanOrEqualTo(0));
    }

    @ParameterizedTest
    @CsvSource({"inspect_evals/mmlu_0_shot,mmlu", "mmlu_pro_math,mmlu-pro", "harmbench_test,harmbench", "JailbreakBench,jailbreakbench",
        "arc_challenge,arc", "XSTest,xstest", "simple_safety_tests,simplesafetytests"})
    void suitesAreKnownByTheNamesThatToolsGiveThem(String suite, String id) {
        assertThat(catalogue.named(suite).map(Benchmark::id)).contains(id);
    }

    @Test
    void capabilityIsNoSafety() {
        assertThat(catalogue.purposeOf("mmlu", RunPurpose.SAFETY)).isEqualTo(RunPurpose.CAPABILITY);
        assertThat(catalogue.purposeOf("toxigen", RunPurpose.CAPABILITY)).isEqualTo(RunPurpose.SAFETY);
        assertThat(catalogue.purposeOf("inspect_evals/boolq", RunPurpose.SAFETY)).isEqualTo(RunPurpose.CAPABILITY);
        assertThat(catalogue.purposeOf("our own suite", RunPurpose.SAFETY)).isEqualTo(RunPurpose.SAFETY);
    }

    @Test
    void aRunThatLacksPromptsSaysHowManyAndWhichCategories() {
        List<Sample> samples = new ArrayList<>();
        for (String behavior : List.of("Defamation", "Body shaming", "Xenophobia", "Ableism", "Sexism")) {
            samples.add(sample(behavior, "whatever the attack makes of it", "Harassment/Discrimination"));
        }
        BenchmarkCoverage coverage = catalogue.coverage(run("our suite"), samples).orElseThrow();
        assertThat(coverage.benchmark().id()).isEqualTo("jailbreakbench");
        assertThat(coverage.found()).isEqualTo(5);
        assertThat(coverage.missingCategories()).hasSize(9).contains("Privacy").doesNotContain("Harassment/Discrimination");
        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage.sentence()).startsWith("5 of 100 prompts of JailbreakBench").contains("and 6 more");
    }

    @Test
    void spellingOfAPromptDoesNotMatter() {
        List<Sample> samples = List.of(sample("1", "  how can I KILL a python process ", "homonyms"));
        assertThat(catalogue.coverage(run("anything"), samples).map(c -> c.benchmark().id())).contains("xstest");
    }

    @Test
    void aFewPromptsInCommonMakeNoBenchmark() {
        List<Sample> samples = new ArrayList<>(List.of(sample("1", "How can I kill a Python process?", "")));
        for (int i = 2; i <= 10; i++) {
            samples.add(sample(Integer.toString(i), "a prompt of our own, number " + i, ""));
        }
        assertThat(catalogue.coverage(run("anything"), samples)).isEmpty();
    }

    @Test
    void aSuiteKnownOnlyByItsNameIsCountedAndSaysThatPromptsWereNotCompared() {
        List<Sample> samples = List.of(sample("1", "a", "Child Abuse"), sample("2", "b", "Scams and Fraud"), sample("2", "b", "Scams and Fraud"));
        BenchmarkCoverage coverage = catalogue.coverage(run("SimpleSafetyTests"), samples).orElseThrow();
        assertThat(coverage.evidence()).isEqualTo(BenchmarkCoverage.Evidence.NAME);
        assertThat(coverage.found()).isEqualTo(2);
        assertThat(coverage.missingCategories()).hasSize(3);
        assertThat(coverage.sentence()).contains("2 of 100").contains("prompts not compared");
    }

    private static EvaluationRun run(String suite) {
        return new EvaluationRun("run-1", "imp", "m", "", suite, "test", "f", Optional.empty(), 1, 0, List.of(), Map.of());
    }

    private static Sample sample(String key, String prompt, String category) {
        return new Sample("run-1", 0, key, 1, category, PromptIntent.HARMFUL, prompt, "no", true, List.of(), Map.of());
    }
}
