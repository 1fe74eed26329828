package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

    @TempDir
    Path directory;

    private H2Workspace open() {
        return Workspaces.open(directory, "Reviewer A");
    }

    private Path journal() {
        return directory.resolve("journal.jsonl");
    }

    private void decide(int count) {
        try (H2Workspace workspace = open()) {
            for (int i = 1; i <= count; i++) {
                workspace.decisions().record("label.set", "item-" + i % 3, Map.of("n", i));
            }
        }
    }

    @Test
    void aDecisionComesBackAsItWasMade() {
        Map<String, Object> payload = Map.of("text", "Grüße \u202e \ud800 \"\n", "whole", 3, "large", 5_000_000_000L, "part", 0.1, "exact",
            new BigDecimal("0.050"), "yes", true, "list", List.of(1, "a"), "map", Map.of("b", 1, "a", 2));
        JournalEntry made;
        try (H2Workspace workspace = open()) {
            made = workspace.decisions().record("label.set", "model/rec 1", payload);
        }
        assertThat(made.actor()).isEqualTo("Reviewer A");
        assertThat(made.payload()).containsEntry("text", "Grüße \u202e \ud800 \"\n").containsEntry("whole", 3)
            .containsEntry("large", 5_000_000_000L).containsEntry("part", new BigDecimal("0.1"))
            .containsEntry("exact", new BigDecimal("0.050")).containsEntry("list", List.of(1, "a"));
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().onSubject("model/rec 1")).containsExactly(made);
            assertThat(workspace.decisions().ofKinds("other", "label.set")).containsExactly(made);
            assertThat(workspace.decisions().ofKinds("other")).isEmpty();
            assertThat(workspace.decisions().head()).isEqualTo(new Decisions.Head(1, made.hash()));
        }
    }

    @Test
    void whatIsNoJsonIsRefusedBeforeAnythingIsWritten() {
        try (H2Workspace workspace = open()) {
            assertThatThrownBy(() -> workspace.decisions().record("k", "s", Map.of("x", Double.NaN))).hasMessageContaining("payload.x");
            assertThatThrownBy(() -> workspace.decisions().record("k", "s", Map.of("x", Instant.EPOCH))).hasMessageContaining("payload.x");
            assertThat(workspace.decisions().head().sequence()).isZero();
        }
        assertThat(journal()).isEmptyFile();
    }

    @Test
    void anyoneCanCheckALineWithoutThisProgram() throws Exception {
        decide(1);
        String line = Files.readString(journal()).strip();
        assertThat(line).startsWith("{\"seq\":1,\"time\":\"").contains("\"prev\":\"" + "0".repeat(64) + "\"").isPrintable();
        String hash = line.replaceAll(".*\"hash\":\"([0-9a-f]{64})\"}$", "$1");
        String rest = line.replace(",\"hash\":\"" + hash + "\"", "");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rest.getBytes()))).isEqualTo(hash);
    }

    @Test
    void decisionsMadeAtTheSameTimeKeepTheChainWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (H2Workspace workspace = open()) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String subject = "thread-" + thread;
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        workspace.decisions().record("label.set", subject, Map.of("i", i));
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
            assertThat(workspace.decisions().ofKinds("label.set")).hasSize(200).extracting(JournalEntry::sequence).isSorted();
            assertThat(workspace.decisions().onSubject("thread-2")).extracting(e -> e.payload().get("i")).startsWith(0, 1, 2).endsWith(49);
        } finally {
            threads.shutdown();
        }
        assertThat(JournalVerifier.verify(directory).holds()).isTrue();
        assertThat(JournalVerifier.verify(directory).lines()).isEqualTo(200);
    }

    @Test
    void aClockSetBackChangesNothingInTheOrder() {
        for (String time : List.of("2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z")) {
            try (H2Workspace workspace = H2Workspace.open(directory, "Reviewer A", Clock.fixed(Instant.parse(time), ZoneOffset.UTC))) {
                workspace.decisions().record("label.set", "x", Map.of("time", time));
            }
        }
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().onSubject("x")).extracting(e -> e.payload().get("time"))
                .containsExactly("2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z");
        }
        assertThat(JournalVerifier.verify(directory).holds()).isTrue();
    }

    @Test
    void aLostDatabaseIsMadeAnewFromTheJournal() throws IOException {
        decide(1200);
        Files.delete(directory.resolve("workspace.mv.db"));
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().ofKinds("label.set")).hasSize(1200);
            workspace.rebuildDecisions();
            assertThat(workspace.decisions().ofKinds("label.set")).hasSize(1200);
            assertThat(workspace.decisions().record("label.set", "more", Map.of()).sequence()).isEqualTo(1201);
        }
    }

    @Test
    void aDatabaseOlderThanTheJournalCatchesUp() throws IOException {
        decide(3);
        Path old = Files.copy(directory.resolve("workspace.mv.db"), directory.resolve("older.copy"));
        decide(4);
        Files.move(old, directory.resolve("workspace.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().ofKinds("label.set")).extracting(JournalEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        }
    }

    @Test
    void aLineThatWasCutOffIsSetAsideAndTold() throws IOException {
        decide(2);
        Files.writeString(journal(), "{\"seq\":3,\"time\":\"2026-", StandardOpenOption.APPEND);
        assertThat(JournalVerifier.verify(directory).firstBroken().orElseThrow().line()).isEqualTo(3);
        try (H2Workspace workspace = open()) {
            assertThat(workspace.notices()).singleElement().asString().contains("Line 3").contains("never confirmed");
            assertThat(workspace.decisions().record("label.set", "x", Map.of()).sequence()).isEqualTo(3);
        }
        try (var files = Files.list(directory)) {
            Path aside = files.filter(f -> f.getFileName().toString().startsWith("journal-torn-")).findFirst().orElseThrow();
            assertThat(aside).hasContent("{\"seq\":3,\"time\":\"2026-");
        }
        assertThat(JournalVerifier.verify(directory).holds()).isTrue();
    }

    @Test
    void aLastLineOfZerosIsSetAsideToo() throws IOException {
        decide(2);
        Files.write(journal(), new byte[4096], StandardOpenOption.APPEND);
        try (H2Workspace workspace = open()) {
            assertThat(workspace.notices()).hasSize(1);
            assertThat(workspace.decisions().head().sequence()).isEqualTo(2);
        }
        assertThat(JournalVerifier.verify(directory).holds()).isTrue();
    }

    @Test
    void aChangedLineIsNamedAndNothingCanBeDecidedAfterIt() throws IOException {
        decide(5);
        Files.writeString(journal(), Files.readString(journal()).replace("\"payload\":{\"n\":3}", "\"payload\":{\"n\":9}"));

        JournalVerification found = JournalVerifier.verify(directory);

        assertThat(found.lines()).isEqualTo(2);
        assertThat(found.firstBroken()).contains(new JournalVerification.BrokenLine(3, JournalVerification.Damage.CHANGED,
            "its content does not match its hash: it was changed after it was written"));
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().ofKinds("label.set")).as("still readable").hasSize(5);
            assertThat(workspace.notices()).singleElement().asString().contains("line 3");
            assertThat(workspace.decisions().locked()).isPresent();
            assertThatThrownBy(() -> workspace.decisions().record("label.set", "x", Map.of())).isInstanceOf(InputException.class)
                .hasMessageContaining("line 3");
        }
    }

    @Test
    void aLineTakenOutOfTheMiddleIsNamed() throws IOException {
        decide(4);
        List<String> lines = new ArrayList<>(Files.readAllLines(journal()));
        lines.remove(1);
        Files.writeString(journal(), String.join("\n", lines) + "\n");
        assertThat(JournalVerifier.verify(directory).firstBroken().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void linesTakenOffTheEndAreNoticedByTheDatabase() throws IOException {
        decide(4);
        List<String> lines = Files.readAllLines(journal());
        Files.writeString(journal(), String.join("\n", lines.subList(0, 2)) + "\n");
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().locked().orElseThrow()).contains("ends at line 2").contains("4 decisions");
        }
    }

    @Test
    void anotherWorkspacesJournalIsNoticed(@TempDir Path other) throws IOException {
        decide(4);
        try (H2Workspace workspace = Workspaces.open(other, "Reviewer B")) {
            for (int i = 0; i < 6; i++) {
                workspace.decisions().record("label.set", "x", Map.of());
            }
        }
        Files.copy(other.resolve("journal.jsonl"), journal(), StandardCopyOption.REPLACE_EXISTING);
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().locked().orElseThrow()).contains("line 4 differs");
            assertThat(workspace.decisions().ofKinds("label.set")).hasSize(4);
        }
    }

    @Test
    void aFolderThatIsNoWorkspaceCannotBeVerified() {
        assertThatThrownBy(() -> JournalVerifier.verify(directory)).isInstanceOf(InputException.class).hasMessageContaining("no Plumbline workspace");
    }

    @Test
    void aMissingJournalIsBrokenAtItsFirstLine() throws IOException {
        decide(1);
        Files.delete(journal());
        assertThat(JournalVerifier.verify(directory).firstBroken().orElseThrow().kind()).isEqualTo(JournalVerification.Damage.MISSING);
        try (H2Workspace workspace = open()) {
            assertThat(workspace.decisions().locked()).isPresent();
        }
    }
}
