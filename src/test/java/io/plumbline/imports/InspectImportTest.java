package io.plumbline.imports;

import com.github.luben.zstd.Zstd;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.inspect.InspectArchiveReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.FormatSniffer;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;


/** Known answers: logs from the test fixtures of Inspect AI, commit 499e615, and what they state of themselves. */
class InspectImportTest {

    private static final Path FILES = ImportBench.FILES.resolve("inspect-ai");
    private static final String HEADER = """
        {"version":2,"status":"success","eval":{"task":"refusals","model":"lab/m1","created":"2026-01-02T03:04:05+02:00",
         "dataset":{"sample_ids":["b","a"]}},"results":{"scores":[]}}""";

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
    void accuracyAndItsErrorAreRecomputedAsTheLogStatesThem() {
        EvaluationRun run = bench.run(FILES.resolve("2025-05-12T20-28-13-04-00_popularity.json"));
        assertThat(run.metadata()).containsEntry("status", "cancelled").containsEntry("declared.match.accuracy", "0.666667")
            .containsEntry("recomputed.match.accuracy", "0.666667").containsEntry("recomputed.match.stderr", "0.333333");
        assertThat(run.model()).isEqualTo("openai/gpt-4o-mini");
    }

    /** The fixture was scored by its own test suite to accuracy 0.8 with standard error sqrt(0.8 · 0.2 / 9). */
    @Test
    void aLogThatWasNeverScoredShowsHowManyTargetsAreMet() {
        EvaluationRun run = bench.run(ImportBench.SAMPLES.resolve(
            "inspect-ai/2025-02-11T15-17-00-05-00_popularity_dPiJifoWeEQBrfWsAopzWr.eval"));
        assertThat(run.metadata()).containsEntry("recomputed.target_match.accuracy", "0.8")
            .containsEntry("recomputed.target_match.stderr", "0.133333");
        assertThat(run.unscored()).isEqualTo(10);
        assertThat(run.judges()).isEmpty();
        assertThat(bench.samples(run)).extracting(Sample::key).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void deflatedAndZstandardEntriesGiveTheSameRun() {
        EvaluationRun deflated = bench.run(FILES.resolve("log_read_sample.eval"));
        EvaluationRun zstandard = bench.run(FILES.resolve("log_read_sample.zstd.eval"));
        assertThat(bench.samples(zstandard)).usingRecursiveFieldByFieldElementComparatorIgnoringFields("runId", "judgements.score")
            .isEqualTo(bench.samples(deflated));
        assertThat(zstandard.metadata()).isEqualTo(deflated.metadata());
    }

    @Test
    void archiveAndJsonOfTheSameTaskGiveTheSameSamples() {
        EvaluationRun archive = bench.run(FILES.resolve("log_read_sample.eval"));
        EvaluationRun json = bench.run(FILES.resolve("log_read_sample.json"));
        assertThat(bench.samples(json)).usingRecursiveFieldByFieldElementComparatorIgnoringFields("runId", "metadata", "judgements.score")
            .isEqualTo(bench.samples(archive));
    }

    @Test
    void aLogWithoutSamplesIsRefused() {
        assertThatThrownBy(() -> bench.take(FILES.resolve("2025-05-12T20-28-13-04-00_no-samples.json"))).isInstanceOf(InputException.class)
            .hasMessageContaining("Inspect log without samples (status cancelled)");
    }

    @Test
    void logsOfVersionThreeAreRead() {
        EvaluationRun run = bench.run(FILES.resolve("log_message_deduplication.eval"));
        assertThat(bench.samples(run).get(0).prompt()).startsWith("Guess the number");
        assertThat(bench.samples(run).get(0).response()).isEqualTo("done");
    }

    @Test
    void entriesOfSeveralZstandardFramesAreReadWhole() throws IOException {
        String sample = sample("a", "C", "Yes, " + "really ".repeat(1000));
        Path file = bench.file("frames.eval", zstandard(Map.of("header.json", HEADER, "samples/a_epoch_1.json", sample), 3));
        assertThat(bench.samples(bench.run(file)).get(0).response()).hasSize(7005);
    }

    @Test
    void aLogWhoseRunDiedIsReadFromItsJournal() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("_journal/start.json", HEADER.replace("\"status\":\"success\",", ""));
        entries.put("samples/odd name_epoch_1.json", sample("a", "I", "No."));
        entries.put("_journal/summaries/1.json", """
            [{"id":"a","epoch":1,"input":"q","scores":{"judge":{"value":"I"}}},
             {"id":"b","epoch":1,"input":"q2","scores":{"judge":{"value":"C"}}}]""");
        EvaluationRun run = bench.run(bench.file("died.eval", deflated(entries)));
        assertThat(run.metadata()).containsEntry("status", "started");
        assertThat(bench.samples(run)).extracting(Sample::key).containsExactly("b", "a");
        assertThat(bench.samples(run).get(0).metadata().get("response")).contains("not in the log");
        assertThat(bench.samples(run).get(0).judgementOf("judge").orElseThrow().verdict()).isEqualTo(Verdict.SAFE);
    }

    @Test
    void notANumberIsUnscoredAndLowersNoAccuracy() {
        EvaluationRun run = bench.run(json(sample("a", "C", "Yes"), sample("b", "NaN", "Yes").replace("\"NaN\"", "NaN")));
        assertThat(run.metadata()).containsEntry("recomputed.judge.accuracy", "1");
        assertThat(bench.samples(run).get(0).judgementOf("judge")).contains(new Judgement("judge", Verdict.UNSCORED, "NaN"));
        assertThat(run.unscored()).isEqualTo(1);
    }

    @Test
    void aNoAnswerOfTheScorerIsARefusal() {
        EvaluationRun run = bench.run(json(sample("a", "N", "I can't help with that.")));
        assertThat(bench.count(run, "judge", Verdict.REFUSED)).isEqualTo(1);
    }

    @Test
    void scorersNamedAfterHarmScoreHarm() {
        EvaluationRun run = bench.run(json(sample("a", "0.9", "Step one").replace("\"0.9\"", "0.9").replace("judge", "harmfulness")));
        assertThat(bench.count(run, "harmfulness", Verdict.UNSAFE)).isEqualTo(1);
    }

    @Test
    void aSampleThatFailedHasNoResponse() {
        EvaluationRun run = bench.run(json(sample("a", "I", "").replace("\"epoch\"", "\"error\":{\"message\":\"time out\"},\"epoch\"")));
        assertThat(bench.samples(run).get(0).responded()).isFalse();
        assertThat(bench.count(run, "judge", Verdict.UNSCORED)).isEqualTo(1);
    }

    @Test
    void attachmentsAreResolved() {
        EvaluationRun run = bench.run(json(sample("a", "C", "attachment://0f").replace("\"epoch\"",
            "\"attachments\":{\"0f\":\"the long answer\"},\"epoch\"")));
        assertThat(bench.samples(run).get(0).response()).isEqualTo("the long answer");
    }

    @Test
    void repeatsOfASampleKeepItsKey() {
        EvaluationRun run = bench.run(json(sample("a", "C", "x"), sample("a", "I", "y").replace("\"epoch\":1", "\"epoch\":2")));
        assertThat(bench.samples(run)).extracting(Sample::key).containsExactly("a", "a");
        assertThat(bench.samples(run)).extracting(Sample::epoch).containsExactly(1, 2);
    }

    @Test
    void anArchiveThatExpandsWithoutEndIsRefused() throws IOException {
        Path file = bench.file("bomb.eval", deflated(Map.of("header.json", HEADER, "samples/a_epoch_1.json",
            sample("a", "C", "0".repeat(300_000)))));
        assertThatThrownBy(() -> new InspectArchiveReader(100_000, 1_000_000).read(new FormatSniffer().look(SourceFile.at(file)),
            new RunReading(ImportRequest.of(file), "i", "0".repeat(64), ReadingProgress.unwatched())))
            .isInstanceOf(InputException.class).hasMessageContaining("expands to more than is read");
    }

    @Test
    void anArchiveWithPathsThatLeadOutOfItIsRefused() throws IOException {
        Path file = bench.file("slip.eval", deflated(Map.of("header.json", HEADER, "samples/../../x.json", "{}")));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("leads out of the archive");
    }

    @Test
    void anyOtherZipIsRefused() throws IOException {
        Path file = bench.file("photos.eval", deflated(Map.of("a.txt", "hello")));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("no Inspect log");
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        byte[] whole = deflated(Map.of("header.json", HEADER, "samples/a_epoch_1.json", sample("a", "C", "x")));
        Path file = bench.file("torn.eval", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("damaged archive");
    }

    @Test
    void aSampleInChunksIsPutTogether() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("header.json", HEADER);
        entries.put("samples/a_epoch_1/sample.json", sample("a", "C", "attachment://1").replace(",\"metadata\":{\"category\":\"fraud\"}", ""));
        entries.put("samples/a_epoch_1/metadata.json", "{\"category\":\"malware\"}");
        entries.put("samples/a_epoch_1/messages/0.json", "[{\"role\":\"user\",\"content\":\"q\"}]");
        entries.put("samples/a_epoch_1/attachments/1.json", "[\"the answer\"]");
        entries.put("samples/a_epoch_1/attachments/0.json", "[\"something else\"]");
        entries.put("samples/b_epoch_1.json", sample("b", "C", "plain"));
        EvaluationRun run = bench.run(bench.file("chunked.eval", deflated(entries)));
        assertThat(bench.samples(run)).extracting(Sample::response).containsExactly("plain", "the answer");
        assertThat(bench.samples(run)).extracting(Sample::category).containsExactly("fraud", "malware");
    }

    @Test
    void whereTheOutputIsMissingTheLastMessageStandsIn() {
        EvaluationRun run = bench.run(json("""
            {"id":"a","epoch":1,"input":"","messages":[{"role":"user","content":"q1"},{"role":"assistant","content":"a1"},
             {"role":"user","content":"q2"},{"role":"assistant","content":[{"type":"text","text":"a2"}]}],
             "output":{"model":"m","choices":[]},"scores":{"judge":{"value":"C"}}}"""));
        assertThat(bench.samples(run).get(0).prompt()).isEqualTo("q2");
        assertThat(bench.samples(run).get(0).response()).isEqualTo("a2");
        assertThat(run.unscored()).isZero();
    }

    /** Two samples, two epochs each: means 0.5 and 1, so accuracy 0.75 with a standard error of 0.25. */
    @Test
    void epochsAreAveragedBeforeTheErrorIsComputed() {
        EvaluationRun run = bench.run(json(sample("a", "C", "x"), sample("a", "I", "y").replace("\"epoch\":1", "\"epoch\":2"),
            sample("b", "C", "x"), sample("b", "C", "y").replace("\"epoch\":1", "\"epoch\":2")));
        assertThat(run.metadata()).containsEntry("recomputed.judge.accuracy", "0.75").containsEntry("recomputed.judge.stderr", "0.25");
    }

    @Test
    void anAccuracyThatItsSamplesDoNotGiveIsSaid() {
        EvaluationRun run = bench.run(bench.file("log.json", HEADER.replace("\"scores\":[]",
            "\"scores\":[{\"name\":\"judge\",\"metrics\":{\"accuracy\":{\"value\":0.9}}}]").replaceFirst("}$", ",\"samples\":["
            + sample("a", "C", "A") + "," + sample("b", "I", "B") + "]}")));
        assertThat(run.metadata()).containsEntry("difference.judge.accuracy", "The log states 0.9; its 2 scored samples give 0.5.");
    }

    @Test
    void aValueOfSeveralMetricsGivesAJudgeEach() {
        EvaluationRun run = bench.run(json(sample("a", "{}", "x").replace("\"{}\"", "{\"refused\":1,\"note\":\"odd\"}")));
        assertThat(run.judges()).containsExactly("judge.refused", "judge.note");
        assertThat(bench.samples(run).get(0).judgementOf("judge.refused").orElseThrow().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(run.metadata()).containsEntry("recomputed.judge.refused.accuracy", "1");
    }

    @Test
    void aCapabilityTaskGetsNumbersAndNoVerdictOnSafety() {
        EvaluationRun run = bench.run(bench.file("mmlu.json", HEADER.replace("\"refusals\"", "\"inspect_evals/mmlu_0_shot\"")
            .replaceFirst("}$", ",\"samples\":[" + sample("a", "C", "A") + "," + sample("b", "I", "B") + "]}")));
        assertThat(run.purpose()).isEqualTo(RunPurpose.CAPABILITY);
        assertThat(bench.count(run, "judge", Verdict.UNSCORED)).isEqualTo(2);
        assertThat(run.unscored()).isZero();
        assertThat(run.results()).singleElement().satisfies(result -> assertThat(result.value()).isEqualTo(0.5));
        assertThat(bench.workspace.runs().onSafety()).isEmpty();
    }

    @Test
    void ratesOfACapabilityLogWithoutSamplesAreKeptAsStated() {
        EvaluationRun run = bench.run(bench.file("mmlu.json", HEADER.replace("\"refusals\"", "\"mmlu\"").replace("\"scores\":[]",
            "\"scores\":[{\"name\":\"choice\",\"metrics\":{\"accuracy\":{\"value\":0.7},\"stderr\":{\"value\":0.01}}}]")));
        assertThat(run.results()).containsExactly(new TaskResult("mmlu", "choice accuracy", "", 0.7, 0.01, -1, TaskResult.Better.HIGHER,
            TaskResult.Origin.STATED));
    }

    private Path json(String... samples) {
        return bench.file("log.json", HEADER.substring(0, HEADER.length() - 1) + ",\"samples\":[" + String.join(",", samples) + "]}");
    }

    private static String sample(String id, String value, String response) {
        return """
            {"id":"%s","epoch":1,"input":[{"role":"system","content":"s"},{"role":"user","content":[{"type":"text","text":"q"}]}],
             "target":"Yes","output":{"choices":[{"message":{"role":"assistant","content":"%s"},"stop_reason":"stop"}]},
             "scores":{"judge":{"value":"%s"}},"metadata":{"category":"fraud"}}""".formatted(id, response, value);
    }

    private static byte[] deflated(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Entries of method 93, each cut into several frames as Inspect does with large samples. */
    private static byte[] zstandard(Map<String, String> entries, int frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                ByteArrayOutputStream compressed = new ByteArrayOutputStream();
                for (int i = 0; i < frames; i++) {
                    int from = content.length * i / frames;
                    compressed.write(Zstd.compress(Arrays.copyOfRange(content, from, content.length * (i + 1) / frames)));
                }
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipArchiveEntry header = new ZipArchiveEntry(entry.getKey());
                header.setMethod(ZipMethod.ZSTD.getCode());
                header.setSize(content.length);
                header.setCrc(crc.getValue());
                header.setCompressedSize(compressed.size());
                zip.addRawArchiveEntry(header, new ByteArrayInputStream(compressed.toByteArray()));
            }
        }
        return bytes.toByteArray();
    }
}
