package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.detection.PolicyReplay;
import io.plumbline.detection.SignalDesk;
import io.plumbline.signals.Detector;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogImportTest {

    private static final String RECORD = """
        {"id": "r1", "ts": "2026-05-01T08:15:30.250Z", "model": "bot-3", "user": "u77", "session": "s1", "turn": 2, "context": "c0", \
        "lang": "en", "category": "fraud", "topic": "fraud topic 1", "prompt": "Please do it.", "response": "Sure. Here it is.", \
        "finish_reason": "stop", "prompt_tokens": 4, "completion_tokens": 5, "latency_ms": 321, "toxicity": 0.61, \
        "detector_version": "d1", "canary": null, "sampling_p": 0.05, "feedback": "down", "refused": false}""";

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
    void everyFieldOfARecordIsKept() {
        bench.take(bench.file("log.jsonl", RECORD));
        LogRecord record = bench.records().get(0).record();
        assertThat(record).usingRecursiveComparison().ignoringFields("user", "sourceRefused").isEqualTo(new LogRecord("r1",
            Instant.parse("2026-05-01T08:15:30.250Z"), "bot-3", "", "s1", 2, "c0", "en", "fraud", "fraud topic 1", "Please do it.",
            "Sure. Here it is.", "stop", 4, 5, 321, Optional.of(false), 0.61, "d1", "", 0.05, Feedback.DOWN));
        assertThat(record.sourceRefused()).contains(false);
    }

    @Test
    void theUserIsStoredOnlyAsAPseudonymWhoseKeyLiesOutsideTheDatabase() throws IOException {
        bench.take(bench.file("log.jsonl", RECORD));
        Path key = bench.workspace.directory().resolve(UserKey.FILE);
        assertThat(bench.records().get(0).record().user()).hasSize(32).doesNotContain("u77")
            .isEqualTo(UserKey.of(bench.workspace.directory()).pseudonym("u77"));
        assertThat(Files.readString(key).strip()).hasSize(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
    }

    @Test
    void twoWorkspacesGiveOneUserTwoPseudonyms() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(UserKey.of(other).pseudonym("u77")).isNotEqualTo(UserKey.of(bench.workspace.directory()).pseudonym("u77"));
    }

    @Test
    void aDamagedKeyStopsTheImportWithASentence() throws IOException {
        Files.writeString(bench.workspace.directory().resolve(UserKey.FILE), "not a key");
        Path file = bench.file("log.jsonl", RECORD);
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("key for user pseudonyms");
        assertThat(bench.workspace.imports().list()).isEmpty();
    }

    @Test
    void recordsAreFlaggedOnTheirWayIn() {
        bench.take(bench.file("log.jsonl", RECORD));
        assertThat(bench.records().get(0).flags()).extracting(flag -> flag.kind())
            .containsExactly(FlagKind.COMPLIED_WITH_HARM, FlagKind.TOXIC);
    }

    @Test
    void policiesAndSwitchesOfTheWorkspaceHoldFromTheNextImportOn() {
        bench.take(bench.file("before.jsonl", RECORD));
        SignalDesk desk = new SignalDesk(bench.workspace.decisions());
        ContentPolicy policy = desk.save(new ContentPolicy("p1", 0, "No sure", "Never begin with “Sure”.", HarmCategory.OTHER,
            ContentPolicy.State.IN_FORCE, List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("sure")))));
        desk.switchOff(Detector.SENSITIVE_CONTENT);
        bench.take(bench.file("after.jsonl", RECORD.replace("r1", "r2").replace("Here it is.", "Write to a@b.org.")));
        assertThat(bench.records()).extracting(record -> record.flags().stream().map(flag -> flag.kind()).toList()).containsExactlyInAnyOrder(
            List.of(FlagKind.COMPLIED_WITH_HARM, FlagKind.TOXIC), List.of(FlagKind.COMPLIED_WITH_HARM, FlagKind.TOXIC, FlagKind.POLICY));
        PolicyReplay replay = PolicyReplay.of(policy, bench.workspace.log(), Progress.NONE);
        assertThat(List.of(replay.read(), replay.against())).containsExactly(2L, 2L);
        assertThat(replay.examples()).hasSize(2).allSatisfy(example -> assertThat(example.match().evidence()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"ts\": \"2026-05-01T08:15:30.250Z\" | \"ts\": null | no time",
        "\"ts\": \"2026-05-01T08:15:30.250Z\" | \"ts\": \"yesterday\" | can't be read",
        "\"ts\": \"2026-05-01T08:15:30.250Z\" | \"ts\": \"0001-01-01T00:00:00Z\" | outside the years",
        "\"sampling_p\": 0.05 | \"sampling_p\": 0 | no probability",
        "\"sampling_p\": 0.05 | \"sampling_p\": 1.2 | no probability",
        "\"sampling_p\": 0.05 | \"sampling_p\": NaN | no probability",
        "\"prompt\": \"Please do it.\" | \"prompt\": 12 | not a text",
        "\"prompt\": \"Please do it.\" | \"prompt\": [\"a\"] | is a list",
        "\"toxicity\": 0.61 | \"toxicity\": 61 | between 0 and 1",
        "\"toxicity\": 0.61 | \"toxicity\": \"high\" | no number",
        "\"refused\": false | \"refused\": \"perhaps\" | neither true nor false",
        "\"prompt_tokens\": 4 | \"prompt_tokens\": -4 | no whole number",
        "\"feedback\": \"down\" | \"feedback\": \"meh\" | neither up nor down",
        "\"id\": \"r1\" | \"id\": null | no id",
        "\"model\": \"bot-3\" | \"model\": \"\" | no model"})
    void anUnusableFieldCostsItsRecordAndNoOther(String field, String broken, String reason) {
        Path file = bench.file("log.jsonl", RECORD.replace("r1", "r0") + "\n" + RECORD.replace(field, broken) + "\n"
            + RECORD.replace("r1", "r2") + "\n");
        ImportManifest manifest = bench.take(file);
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 10)).singleElement()
            .satisfies(reject -> assertThat(reject.line()).isEqualTo(2))
            .satisfies(reject -> assertThat(reject.reason()).contains(reason));
    }

    @Test
    void aMissingToxicityIsMissingAndNotZero() {
        bench.take(bench.file("log.jsonl", RECORD.replace("0.61", "NaN") + "\n" + RECORD.replace("r1", "r2").replace("\"toxicity\": 0.61, ",
            "")));
        assertThat(bench.records()).hasSize(2).allMatch(r -> Double.isNaN(r.record().toxicity()));
    }

    @Test
    void linesThatAreNoRecordsAreRejectedWithTheirNumbers() {
        String deep = "{\"a\": ".repeat(5000) + "1" + "}".repeat(5000);
        ImportManifest manifest = bench.take(bench.file("log.jsonl", String.join("\r\n", RECORD, "[1, 2]", "", "not json", deep,
            "{\"id\": \"x\"} {\"id\": \"y\"}", RECORD.replace("r1", "r2"), RECORD.replace("r1", "r3").substring(0, 90))));
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 10)).extracting(Reject::line).containsExactly(2L, 4L, 5L, 6L, 8L);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 10)).extracting(Reject::reason).element(4)
            .asString().contains("file ends in the middle");
    }

    @Test
    void halfACharacterIsReplacedAndTheRecordKept() {
        bench.take(bench.file("log.jsonl", RECORD.replace("Here it is.", "Here it is \\ud83d")));
        assertThat(bench.records().get(0).record().response()).isEqualTo("Sure. Here it is \ufffd");
    }

    @Test
    void aRecordOfSeveralMegabytesIsKept() {
        bench.take(bench.file("log.jsonl", RECORD.replace("Here it is.", "x".repeat(3_000_000)) + "\n" + RECORD.replace("r1", "r2")));
        assertThat(bench.records()).hasSize(2).extracting(r -> r.record().response().length()).contains(3_000_006);
    }

    @Test
    void aByteOrderMarkIsNoContent() {
        assertThat(bench.take(bench.file("log.jsonl", "\ufeff" + RECORD)).records()).isEqualTo(1);
    }

    @Test
    void aFileWithoutAnyUsableRecordIsRefusedWithItsFirstProblem() {
        Path file = bench.file("log.jsonl", RECORD.replace("2026-05-01T08:15:30.250Z", "never"));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("none of its 1 records")
            .hasMessageContaining("line 1").hasMessageContaining("never");
    }

    @Test
    void theSameFileAgainIsADuplicateAndNoError() {
        ImportManifest first = bench.take(bench.file("a.jsonl", RECORD));
        ImportManifest again = bench.take(bench.file("b.jsonl", RECORD));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.records()).isZero();
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(bench.workspace.imports().list()).hasSize(1);
    }

    @Test
    void recordsThatAreThereAlreadyAreLeftOut() {
        bench.take(bench.file("a.jsonl", RECORD));
        ImportManifest second = bench.take(bench.file("b.jsonl", RECORD + "\n" + RECORD.replace("r1", "r2") + "\n"
            + RECORD.replace("r1", "r2")));
        assertThat(second.records()).isEqualTo(1);
        assertThat(second.duplicates()).isEqualTo(2);
    }

    @Test
    void canariesAreCountedAndNeverFlagged() {
        ImportManifest manifest = bench.take(bench.file("a.jsonl", RECORD + "\n" + RECORD.replace("r1", "r2").replace("\"canary\": null",
            "\"canary\": \"direct\"")));
        assertThat(manifest.canaries()).isEqualTo(1);
        assertThat(bench.records()).hasSize(1);
    }

    @Test
    void csvAndGzipHoldTheSameRecords() throws IOException {
        String csv = "id,ts,model,user,prompt,response,category,toxicity,sampling_p,refused\r\n"
            + "r1,2026-05-01 08:15:30.250,bot-3,u77,\"one\r\ntwo\",\"a \"\"quoted\"\" word\",fraud,0.2,1,TRUE\r\n"
            + "r2,2026-05-01T09:00:00+02:00,bot-3,u77,x,y,benign,,,\r\n"
            + "r3,too,few\r\n";
        ImportManifest manifest = bench.take(bench.file("log.csv.gz", gzip(csv)));
        assertThat(manifest.kind()).isEqualTo(ImportKind.LOG);
        assertThat(manifest.rejected()).isEqualTo(1);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 1).get(0).line()).isEqualTo(5);
        assertThat(bench.records()).extracting(r -> r.record().time()).containsExactly(Instant.parse("2026-05-01T07:00:00Z"),
            Instant.parse("2026-05-01T08:15:30.250Z"));
        assertThat(bench.records().get(1).record().response()).isEqualTo("a \"quoted\" word");
        assertThat(bench.records().get(1).record().sourceRefused()).contains(true);
    }

    @Test
    void aTornCompressedFileIsRefusedUnlessThePersonKeepsWhatIsWhole() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append(RECORD.replace("r1", "r" + i).replace("Here it is.", "Random " + Math.sin(i))).append('\n');
        }
        byte[] whole = gzip(lines.toString());
        Path file = bench.file("torn.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class)
            .hasMessageContaining("breaks off or is damaged after line").hasMessageContaining("--keep-whole");
        assertThat(bench.workspace.imports().list()).isEmpty();

        ImportManifest kept = bench.service.importFile(ImportRequest.of(file).keepingWholeRecords(), Progress.NONE);
        assertThat(kept.records()).isBetween(1000L, 4999L);
        assertThat(bench.workspace.imports().rejects(kept.id(), 0, 10)).singleElement()
            .satisfies(reject -> assertThat(reject.reason()).contains("breaks off in this record"))
            .satisfies(reject -> assertThat(reject.line()).isEqualTo(kept.records() + 1));
    }

    @Test
    void aCancelledImportLeavesNothingBehind() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(RECORD.replace("r1", "r" + i)).append('\n');
        }
        Path file = bench.file("long.jsonl", lines.toString());
        Progress impatient = new Progress() {
            private boolean enough;

            @Override
            public void update(long done, long total, String unit, String message) {
                enough |= message.contains("records");
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
        assertThatThrownBy(() -> bench.service.importFile(ImportRequest.of(file), impatient)).isInstanceOf(CancelledException.class);
        assertThat(bench.workspace.imports().list()).isEmpty();
        assertThat(bench.records()).isEmpty();
        assertThat(bench.take(file).records()).isEqualTo(20_000);
    }

    @Test
    void aLogThatNamesNoModelIsKeptUnderAPlaceholderAndSaysSo() {
        Path file = bench.file("log.csv", "time,user,prompt,response\n2026-05-01T00:00:00Z,u,p,r\n");
        ImportManifest unnamed = bench.take(file);
        assertThat(unnamed.model()).isEqualTo("unnamed model");
        assertThat(unnamed.remarks()).singleElement().asString().contains("--model NAME");
        bench.workspace.imports().undo(unnamed.id(), Progress.NONE);
        ImportManifest named = bench.service.importFile(ImportRequest.of(file).ofModel("bot-9"), Progress.NONE);
        assertThat(named.model()).isEqualTo("bot-9");
        assertThat(named.remarks()).isEmpty();
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsImportedAsItWasAndSaysSo() throws IOException {
        String line = "{\"id\":%d,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"prompt\":\"p\",\"response\":\"r\"}\n";
        Path file = bench.file("growing.jsonl", line.formatted(1) + line.formatted(2));
        String before = SourceFile.at(file).sha256(ReadingProgress.unwatched());
        AtomicBoolean grown = new AtomicBoolean();
        ImportManifest manifest = bench.service.importFile(ImportRequest.of(file), new Progress() {
            @Override
            public void update(long done, long total, String unit, String message) {
                if (message.startsWith("Reading") && grown.compareAndSet(false, true)) {
                    append(file, line.formatted(3));
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(manifest.sha256()).isEqualTo(before);
        assertThat(manifest.remarks()).singleElement().asString().contains("grew").contains("Import it again");
        ImportManifest again = bench.take(file);
        assertThat(List.of(again.records(), again.duplicates())).containsExactly(1L, 2L);
    }

    @Test
    void theHashComputedWhileReadingIsThatOfTheBytesOnDisk() throws IOException {
        String lines = "{\"id\":1,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"prompt\":\"p\",\"response\":\"r\"}\n";
        for (Path file : List.of(bench.file("a.jsonl", lines), bench.file("b.jsonl.gz", gzip(lines.replace(":1", ":2"))))) {
            assertThat(bench.take(file).sha256()).isEqualTo(SourceFile.at(file).sha256(ReadingProgress.unwatched()));
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void recordsWithoutAnIdAreRecognisedWhenTheyComeAgain() {
        String header = "time,model,user,prompt,response\n";
        bench.take(bench.file("a.csv", header + "2026-05-01T00:00:00Z,m,u,p,r\n"));
        ImportManifest second = bench.take(bench.file("b.csv", header + "2026-05-01T00:00:00Z,m,u,p,r\n2026-05-01T00:00:01Z,m,u,p,r\n"));
        assertThat(second.records()).isEqualTo(1);
        assertThat(second.duplicates()).isEqualTo(1);
    }

    @Test
    void theSampleLogIsReadToItsLastRecord() {
        ImportManifest manifest = bench.take(ImportBench.SAMPLES.resolve("production-log/support-bot-v3-2026-05-01-to-07-29.jsonl.gz"));
        assertThat(List.of(manifest.records(), manifest.canaries(), manifest.rejected(), manifest.duplicates()))
            .containsExactly(38_137L, 2_430L, 0L, 0L);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
