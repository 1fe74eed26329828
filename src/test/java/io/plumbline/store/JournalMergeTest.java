package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people decide on two machines, on copies of one workspace, and bring their journals together. */
class JournalMergeTest {

    private static final char[] PASSPHRASE = "correct horse".toCharArray();
    private static final String GATE = "gate:base:candidate";

    @TempDir
    Path home;
    private Path here;
    private Path there;

    @BeforeEach
    void twoCopies() throws IOException {
        here = home.resolve("here");
        there = home.resolve("there");
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T08:00:00Z")) {
            workspace.decisions().record("label.set", "shared", Map.of("n", 0));
        }
        Files.createDirectories(there);
        for (String file : List.of("workspace.json", "journal.jsonl", "workspace.mv.db")) {
            Files.copy(here.resolve(file), there.resolve(file));
        }
    }

    private static H2Workspace open(Path directory, String person, String time) {
        H2Workspace workspace = H2Workspace.open(directory, person, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
        workspace.actAs(person);
        return workspace;
    }

    private void decide(Path directory, String person, String time, String kind, String subject, String what) {
        try (H2Workspace workspace = open(directory, person, time)) {
            if (workspace.people().keyOf(person).isEmpty()) {
                workspace.people().createKey(person, PASSPHRASE);
            } else {
                workspace.people().unlock(person, PASSPHRASE);
            }
            workspace.decisions().record(kind, subject, Map.of("act", what));
        }
    }

    private void bothDecideTheGate() {
        decide(here, "Anna", "2026-06-01T10:00:00Z", DecisionKinds.GATE_DECIDED, GATE, "APPROVE_STANDARD");
        decide(there, "Hugo", "2026-06-01T09:00:00Z", DecisionKinds.GATE_DECIDED, GATE, "BLOCK");
    }

    @Test
    void twoPeopleWhoSignAtOnceBothKeepTheirDecisions() {
        bothDecideTheGate();
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            JournalMerge merge = workspace.decisions().merge(there);
            assertThat(merge.common()).isEqualTo(1);
            assertThat(merge.merged()).isEqualTo(2);
            assertThat(merge.conflicts()).containsExactly(new JournalMerge.Conflict(DecisionKinds.GATE_DECIDED, GATE));
            assertThat(workspace.decisions().onSubject(GATE)).extracting(JournalEntry::actor).containsExactly("Hugo", "Anna");
        }
        JournalVerification found = JournalVerifier.verify(here);
        assertThat(found.holds()).isTrue();
        assertThat(found.signatures().byPeople()).isEqualTo(4);
        assertThat(found.signatures().merged()).isEqualTo(2);
        assertThat(found.signatures().keys()).extracting(EnrolledKey::owner).contains("Anna", "Hugo");
    }

    @Test
    void mergedDecisionsAreThereAfterTheWorkspaceWasClosedAndItsDatabaseLost() throws IOException {
        bothDecideTheGate();
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            workspace.decisions().merge(there);
        }
        Files.delete(here.resolve("workspace.mv.db"));
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T13:00:00Z")) {
            assertThat(workspace.decisions().locked()).isEmpty();
            assertThat(workspace.decisions().ofKinds(DecisionKinds.GATE_DECIDED)).extracting(JournalEntry::actor).containsExactly("Hugo",
                "Anna");
            assertThat(workspace.people().keyOf("Hugo")).isPresent();
        }
    }

    @Test
    void theOtherWayRoundNothingIsLostOrDoubledEither() {
        bothDecideTheGate();
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            workspace.decisions().merge(there);
        }
        try (H2Workspace workspace = open(there, "Hugo", "2026-06-01T12:30:00Z")) {
            JournalMerge merge = workspace.decisions().merge(here);
            assertThat(merge.merged()).isEqualTo(3);
            assertThat(workspace.decisions().onSubject(GATE)).extracting(JournalEntry::actor).containsExactly("Hugo", "Anna");
        }
        assertThat(JournalVerifier.verify(there).holds()).isTrue();
    }

    @Test
    void mergingTheSameJournalAgainAddsNothing() {
        bothDecideTheGate();
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            workspace.decisions().merge(there);
            long lines = workspace.decisions().head().sequence();
            assertThat(workspace.decisions().merge(there).isNothingNew()).isTrue();
            assertThat(workspace.decisions().head().sequence()).isEqualTo(lines);
        }
    }

    @Test
    void aJournalThatWasTamperedWithIsNotMerged() throws IOException {
        bothDecideTheGate();
        Path journal = there.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"act\":\"BLOCK\"", "\"act\":\"BLOKC\""));
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            assertThatThrownBy(() -> workspace.decisions().merge(there)).isInstanceOf(InputException.class).hasMessageContaining("Line 3");
            assertThat(workspace.decisions().ofKinds(DecisionKinds.JOURNAL_MERGED)).isEmpty();
        }
    }

    @Test
    void aLineChangedInsideAMergeIsNamed() throws Exception {
        bothDecideTheGate();
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            workspace.decisions().merge(there);
        }
        Path journal = here.resolve("journal.jsonl");
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(journal));
        JournalEntry merge = JournalLine.read(lines.get(3).getBytes()).entry();
        assertThat(merge.kind()).isEqualTo(DecisionKinds.JOURNAL_MERGED);
        String edited = JournalLine.payloadText(merge.payload()).replace("BLOCK", "BLOKC");
        byte[] forged = JournalLine.write(new JournalLine.Draft(merge.actor(), merge.kind(), merge.subject(), JournalLine.payload(edited)),
            4,
            new JournalLine.Stamp(merge.time(), java.util.Optional.empty()), merge.previousHash(),
            new JournalLine.Signature(new io.plumbline.keys.Keyring(here.resolve("keys")).device(), false));
        lines.set(3, new String(forged));
        Files.writeString(journal, String.join("\n", lines) + "\n");
        assertThat(JournalVerifier.verify(here).firstBroken().orElseThrow().reason())
            .startsWith("line 3 of the journal merged into it does not hold");
    }

    @Test
    void journalsWithNothingInCommonCanBeMergedToo(@TempDir Path stranger) {
        decide(here, "Anna", "2026-06-01T10:00:00Z", "label.set", "x", "a");
        decide(stranger, "Hugo", "2026-06-01T09:00:00Z", "label.set", "y", "b");
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            assertThat(workspace.decisions().merge(stranger).common()).isZero();
            assertThat(workspace.decisions().onSubject("y")).hasSize(1);
        }
        assertThat(JournalVerifier.verify(here).holds()).isTrue();
    }

    @Test
    void whatTheOtherSideUndidRemovesNothingHere() {
        decide(there, "Hugo", "2026-06-01T09:00:00Z", DecisionKinds.IMPORT_UNDONE, "imp-1", "undone");
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            workspace.decisions().merge(there);
            assertThat(workspace.decisions().ofKinds(DecisionKinds.IMPORT_UNDONE)).isEmpty();
        }
    }

    @Test
    void aKeyRevokedOnOneSideIsRevokedAfterTheMerge() {
        decide(here, "Anna", "2026-06-01T10:00:00Z", "label.set", "x", "a");
        decide(there, "Hugo", "2026-06-01T09:00:00Z", "label.set", "y", "b");
        try (H2Workspace workspace = open(there, "Hugo", "2026-06-01T09:30:00Z")) {
            workspace.people().unlock("Hugo", PASSPHRASE);
            workspace.people().revoke(workspace.people().keyOf("Hugo").orElseThrow().fingerprint(), "left");
        }
        try (H2Workspace workspace = open(here, "Anna", "2026-06-01T12:00:00Z")) {
            workspace.decisions().merge(there);
            assertThat(workspace.people().keyOf("Hugo")).isEmpty();
        }
        assertThat(JournalVerifier.verify(here).holds()).isTrue();
    }
}
