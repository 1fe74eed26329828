package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known answers: a run of promptfoo 0.120.0 with a provider that fails in three ways; 3 passes, 1 failure, 4 errors as the tool counted. */
class PromptfooImportTest {

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
    void anErrorIsNoAnswerAndNoFailureOfSafety() {
        EvaluationRun run = bench.run(ImportBench.FILES.resolve("promptfoo/errors.json"));
        assertThat(run.samples()).isEqualTo(8);
        assertThat(run.unscored()).isEqualTo(4);
        assertThat(bench.count(run, "assertions", Verdict.SAFE)).isEqualTo(3);
        assertThat(bench.count(run, "assertions", Verdict.UNSAFE)).isEqualTo(1);
        assertThat(bench.samples(run).get(1).responded()).isFalse();
        assertThat(bench.samples(run).get(1).metadata().get("error")).startsWith("Error: upstream 503");
        assertThat(run.metadata()).containsEntry("declared.testErrorCount", "4").containsEntry("recomputed.testErrorCount", "4")
            .containsEntry("declared.namedScores.no_zero", "3").containsEntry("recomputed.namedScores.no_zero", "3");
    }

    @Test
    void linesComeBackInTheOrderOfTheTests() {
        EvaluationRun lines = bench.run(ImportBench.FILES.resolve("promptfoo/errors.jsonl"));
        EvaluationRun document = bench.run(ImportBench.FILES.resolve("promptfoo/errors.json"));
        assertThat(bench.samples(lines)).extracting(Sample::key).containsExactly("test 0", "test 1", "test 2", "test 3", "test 4", "test 5",
            "test 6", "test 7");
        assertThat(bench.samples(lines)).extracting(Sample::judgements).isEqualTo(bench.samples(document).stream().map(Sample::judgements).toList());
    }

    @Test
    void theTableGivesTheSameVerdictsAsTheDocument() {
        EvaluationRun table = bench.run(ImportBench.FILES.resolve("promptfoo/errors.csv"));
        assertThat(table.model()).isEqualTo("flaky");
        assertThat(table.unscored()).isEqualTo(4);
        assertThat(bench.count(table, "assertions", Verdict.SAFE)).isEqualTo(3);
        assertThat(bench.count(table, "no_zero", Verdict.UNSAFE)).isEqualTo(1);
        assertThat(bench.count(table, "refusal", Verdict.REFUSED)).isEqualTo(4);
        Sample last = bench.samples(table).get(7);
        assertThat(last.response()).isEqualTo("I cannot help with that. 7");
        assertThat(last.prompt()).isEqualTo("Q7");
        assertThat(last.metadata()).containsEntry("reason", "All assertions passed");
    }

    @Test
    void refusalIsReadFromTheKindOfAssertionAndNotFromItsPassing() {
        EvaluationRun run = bench.run(bench.file("r.jsonl", row(0, "is-refusal", true) + row(1, "not-is-refusal", true)
            + row(2, "is-refusal", false) + row(3, "not-is-refusal", false)));
        assertThat(bench.samples(run)).extracting(s -> s.judgementOf("is-refusal").orElseThrow().verdict())
            .containsExactly(Verdict.REFUSED, Verdict.COMPLIED, Verdict.COMPLIED, Verdict.REFUSED);
        assertThat(bench.samples(run)).extracting(Sample::intent)
            .containsExactly(PromptIntent.HARMFUL, PromptIntent.HARMLESS, PromptIntent.HARMFUL, PromptIntent.HARMLESS);
    }

    @Test
    void eachPromptOfEachProviderIsARun() {
        String row = """
            {"provider":{"id":"p1"},"prompt":{"raw":"%2$s","label":"%2$s"},"vars":{},"response":{"output":{"a":1}},"success":true,"failureReason":0,"promptIdx":%1$d,"testIdx":0,"gradingResult":null}
            """;
        ImportManifest manifest = bench.take(bench.file("r.jsonl", row.formatted(0, "short") + row.formatted(1, "long")));
        List<EvaluationRun> runs = bench.workspace.runs().list();
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(runs).extracting(EvaluationRun::displayName).containsExactly("p1, short", "p1, long");
        assertThat(bench.samples(runs.get(0)).get(0).response()).isEqualTo("{\"a\":1}");
    }

    @Test
    void redTeamPluginsAreCategoriesOfOneJudge() {
        EvaluationRun run = bench.run(bench.file("r.json", """
            {"evalId":"e1","shareableUrl":null,"results":{"version":3,"timestamp":"2026-01-02T03:04:05Z","prompts":[],"stats":{"successes":9,"failures":0,"errors":0},"results":[
             {"testIdx":0,"promptIdx":0,"provider":{"id":"openai:x","label":""},"prompt":{"raw":"[{\\"role\\":\\"system\\",\\"content\\":\\"s\\"},{\\"role\\":\\"user\\",\\"content\\":\\"attack\\"}]","label":"l"},
              "vars":{},"response":{"output":"sure"},"success":false,"failureReason":1,"metadata":{"strategyId":"jailbreak"},
              "gradingResult":{"pass":false,"score":0,"componentResults":[{"pass":false,"score":0,"assertion":{"type":"promptfoo:redteam:pii"},"metadata":{"pluginId":"pii"}}]}}]}}
            """));
        Sample sample = bench.samples(run).get(0);
        assertThat(sample.category()).isEqualTo("pii");
        assertThat(sample.prompt()).isEqualTo("attack");
        assertThat(sample.intent()).isEqualTo(PromptIntent.HARMFUL);
        assertThat(sample.judgementOf("promptfoo:redteam").orElseThrow().verdict()).isEqualTo(Verdict.UNSAFE);
        assertThat(sample.metadata()).containsEntry("strategy", "jailbreak");
        assertThat(bench.workspace.imports().rejects(run.importId(), 0, 5).get(0).reason()).isEqualTo("The file states 9 results and holds 1.");
    }

    @Test
    void testsOfOlderVersionsAreToldApartByTheirVariables() {
        ImportManifest manifest = bench.take(bench.file("v2.json", """
            {"evalId":"e","results":{"version":2,"results":[
             {"provider":{"id":"p1"},"prompt":{"raw":"Q1","label":"l"},"vars":{"n":"1"},"response":{"output":"a"},"success":true},
             {"provider":{"id":"p2"},"prompt":{"raw":"Q1","label":"l"},"vars":{"n":"1"},"response":{"output":"b"},"success":false},
             {"provider":{"id":"p1"},"prompt":{"raw":"Q2","label":"l"},"vars":{"n":"2"},"response":{"output":"c"},"success":true}]}}"""));
        List<EvaluationRun> runs = bench.workspace.runs().list();
        assertThat(manifest.records()).isEqualTo(3);
        assertThat(runs).extracting(EvaluationRun::model).containsExactly("p1", "p2");
        assertThat(bench.samples(runs.get(0))).extracting(Sample::key).containsExactly("test 0", "test 1");
        assertThat(bench.samples(runs.get(1))).extracting(Sample::key).containsExactly("test 0");
    }

    @Test
    void aDocumentWithoutResultsIsRefused() {
        Path file = bench.file("r.json", "{\"evalId\":\"e\",\"results\":{\"version\":3,\"results\":[]},\"config\":{}}");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("promptfoo file without results");
    }

    private static String row(int test, String type, boolean pass) {
        return """
            {"provider":{"id":"p","label":"m"},"prompt":{"raw":"q%d","label":"l"},"vars":{},"response":{"output":"o"},"success":%b,"failureReason":0,"promptIdx":0,"testIdx":%d,"testCase":{"assert":[{"type":"%s"}]},"gradingResult":{"componentResults":[{"pass":%b,"score":1,"assertion":{"type":"%s","metric":"m"}}]}}
            """.formatted(test, pass, test, type, pass, type);
    }

    @Test
    void theDocumentThatTheWebViewerDownloadsIsReadAndSoIsTheBareSummary() {
        String summary = "{\"version\":2,\"timestamp\":\"2024-09-01T00:00:00Z\",\"stats\":{\"successes\":1,\"failures\":0},\"results\":["
            + "{\"provider\":{\"id\":\"p1\"},\"prompt\":{\"raw\":\"Q1\",\"label\":\"l\"},\"vars\":{\"n\":\"1\"},\"response\":{\"output\":\"a\"},\"success\":true}]}";
        assertThat(bench.take(bench.file("viewer.json", "{\"version\":4,\"createdAt\":\"2025-09-01T00:00:00Z\",\"author\":null,\"prompts\":[],\"config\":{},"
            + "\"results\":" + summary + "}")).records()).isEqualTo(1);
        assertThat(bench.take(bench.file("bare.json", summary)).records()).isEqualTo(1);
    }

    @Test
    void inOlderTablesTheReasonStandsBeforeTheAnswer() {
        EvaluationRun run = bench.run(bench.file("old.csv", "q,\"[m] Ask {{q}}\"\n1,\"[FAIL] (0.00) Expected a refusal\n---\nSure\"\n2,\"[PASS] (1.00)\n---\nNo\"\n"));
        assertThat(bench.samples(run)).extracting(Sample::response).containsExactly("Sure", "No");
        assertThat(bench.samples(run).get(0).metadata()).containsEntry("reason", "Expected a refusal");
    }
}
