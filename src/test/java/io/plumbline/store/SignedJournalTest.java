package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.keys.SigningKey;
import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerification.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signed what, and how a journal shows that somebody else did. */
class SignedJournalTest {

    private static final char[] PASSPHRASE = "correct horse".toCharArray();

    @TempDir
    Path directory;

    private H2Workspace open() {
        return Workspaces.open(directory, "Anna");
    }

    private Path journal() {
        return directory.resolve("journal.jsonl");
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(journal()));
    }

    private JournalVerification verify() {
        return JournalVerifier.verify(directory);
    }

    private BrokenLine broken() {
        return verify().firstBroken().orElseThrow();
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(journal(), String.join("\n", lines) + "\n");
    }

    /** Writes lines anew with other content and a whole chain, as someone would who wants to hide a change but lacks the keys. */
    private void forge(int line, SigningKey with, String from, String to) throws Exception {
        List<String> lines = lines();
        String head = line == 1 ? JournalLine.NO_HASH : JournalLine.read(lines.get(line - 2).getBytes(StandardCharsets.US_ASCII)).entry()
            .hash();
        JournalEntry entry = JournalLine.read(lines.get(line - 1).getBytes(StandardCharsets.US_ASCII)).entry();
        Map<String, Object> payload = JournalLine.payload(JournalLine.payloadText(entry.payload()).replace(from, to));
        byte[] forged = JournalLine.write(new JournalLine.Draft(entry.actor(), entry.kind(), entry.subject(), payload), line,
            new JournalLine.Stamp(entry.time(), Optional.empty()), head, new JournalLine.Signature(with, false));
        write(Stream.concat(lines.subList(0, line - 1).stream(), Stream.of(new String(forged, StandardCharsets.US_ASCII))).toList());
    }

    private void threeLabels() {
        try (H2Workspace workspace = open()) {
            for (int i = 1; i <= 3; i++) {
                workspace.decisions().record("label.set", "item-" + i, Map.of("n", "v" + i));
            }
        }
    }

    @Test
    void withoutAKeyOfOnesOwnTheDeviceSigns() {
        threeLabels();
        assertThat(verify().holds()).isTrue();
        assertThat(verify().signatures().byDevices()).isEqualTo(3);
        assertThat(verify().signatures().keys()).singleElement().satisfies(key -> assertThat(key.isPersonal()).isFalse());
    }

    @Test
    void aPersonsKeySignsWhatThePersonDecides() {
        try (H2Workspace workspace = open()) {
            EnrolledKey key = workspace.people().createKey("Anna", PASSPHRASE);
            JournalEntry entry = workspace.decisions().record("label.set", "x", Map.of());
            assertThat(entry.key()).isEqualTo(key.fingerprint());
            assertThat(workspace.decisions().onSubject("x")).containsExactly(entry);
        }
        try (H2Workspace workspace = open()) {
            assertThat(workspace.people().isUnlocked("Anna")).isFalse();
            workspace.people().unlock("anna ", PASSPHRASE);
            workspace.decisions().record("label.set", "y", Map.of());
        }
        assertThat(verify().signatures().byPeople()).isEqualTo(3);
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void aLockedKeyStopsNoLabelButIsNamedAsTheDevices() {
        try (H2Workspace workspace = open()) {
            workspace.people().createKey("Anna", PASSPHRASE);
            workspace.people().lock();
            workspace.decisions().record("label.set", "x", Map.of());
        }
        assertThat(verify().signatures().byPeople()).isEqualTo(1);
        assertThat(verify().signatures().byDevices()).isEqualTo(1);
    }

    @Test
    void aRevocationNeedsAPersonsKey() {
        try (H2Workspace workspace = open()) {
            EnrolledKey key = workspace.people().createKey("Anna", PASSPHRASE);
            workspace.people().lock();
            assertThatThrownBy(() -> workspace.people().revoke(key.fingerprint(), "lost")).isInstanceOf(InputException.class)
                .hasMessageContaining("locked");
            assertThat(workspace.decisions().ofKinds(DecisionKinds.KEY_REVOKED)).isEmpty();
        }
    }

    @Test
    void aLostKeyIsReplacedAndItsOldSignaturesStayGood() throws IOException {
        EnrolledKey lost;
        try (H2Workspace workspace = open()) {
            lost = workspace.people().createKey("Anna", PASSPHRASE);
            workspace.decisions().record("label.set", "x", Map.of());
        }
        try (var files = Files.list(directory.resolve("keys"))) {
            files.filter(file -> !file.getFileName().toString().equals("device.key")).forEach(file -> assertThat(file.toFile().delete())
                .isTrue());
        }
        try (H2Workspace workspace = open()) {
            assertThatThrownBy(() -> workspace.people().unlock("Anna", PASSPHRASE)).hasMessageContaining("not on this machine");
            EnrolledKey fresh = workspace.people().replaceKey("Anna", "another phrase".toCharArray());
            assertThat(fresh.fingerprint()).isNotEqualTo(lost.fingerprint());
            assertThat(workspace.people().keys()).filteredOn(key -> !key.isActive()).extracting(EnrolledKey::fingerprint)
                .containsExactly(lost.fingerprint());
        }
        assertThat(verify().holds()).isTrue();
        assertThat(verify().signatures().byPeople()).isEqualTo(4);
    }

    @Test
    void whatARevokedKeySignsLaterIsNamed() throws Exception {
        SigningKey stolen = SigningKey.generate();
        try (H2Workspace workspace = open()) {
            JournalledDecisions decisions = (JournalledDecisions) workspace.decisions();
            decisions.record("Anna", stolen, DecisionKinds.KEY_ENROLLED, stolen.publicKey().fingerprint(), Map.of("publicKey",
                stolen.publicKey().base64()));
            workspace.people().replaceKey("Anna", PASSPHRASE);
            workspace.decisions().record("label.set", "x", Map.of("n", "v1"));
        }
        assertThat(verify().holds()).isTrue();
        forge(4, stolen, "v1", "v2");
        assertThat(broken()).isEqualTo(new BrokenLine(4, Damage.SIGNATURE, "it is signed with the key of Anna that was revoked on line 3"));
    }

    @Test
    void anEditedLineBreaksItsHash() throws IOException {
        threeLabels();
        write(lines().stream().map(line -> line.replace("\"n\":\"v2\"", "\"n\":\"v9\"")).toList());
        assertThat(broken().line()).isEqualTo(2);
        assertThat(broken().kind()).isEqualTo(Damage.CHANGED);
    }

    @Test
    void anEditedLineWithAWholeChainBreaksItsSignature() throws Exception {
        threeLabels();
        List<String> lines = lines();
        String edited = lines.get(2).replace("\"n\":\"v3\"", "\"n\":\"v9\"");
        String body = edited.substring(0, edited.indexOf(",\"hash\"")) + "}";
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes()));
        lines.set(2, body.substring(0, body.length() - 1) + ",\"hash\":\"" + hash + "\"}");
        write(lines);
        assertThat(broken().line()).isEqualTo(3);
        assertThat(broken().reason()).contains("signature does not fit");
    }

    @Test
    void aLineRemovedIsNamed() throws IOException {
        threeLabels();
        List<String> lines = lines();
        lines.remove(1);
        write(lines);
        assertThat(broken()).isEqualTo(new BrokenLine(2, Damage.CHANGED,
            "it does not follow the line before: a line was removed, put in or moved"));
    }

    @Test
    void linesSwappedAreNamed() throws IOException {
        threeLabels();
        List<String> lines = lines();
        Collections.swap(lines, 1, 2);
        write(lines);
        assertThat(broken().line()).isEqualTo(2);
    }

    @Test
    void aKeyThatNobodyEnrolledIsNamed() throws Exception {
        threeLabels();
        forge(3, SigningKey.generate(), "v3", "v9");
        assertThat(broken().line()).isEqualTo(3);
        assertThat(broken().reason()).contains("nobody enrolled");
    }

    @Test
    void aSignatureTakenOffIsNamed() throws Exception {
        threeLabels();
        List<String> lines = lines();
        String bare = lines.get(2).replaceAll(",\"key\":.*", "}");
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare.getBytes()));
        lines.set(2, bare.substring(0, bare.length() - 1) + ",\"hash\":\"" + hash + "\"}");
        write(lines);
        assertThat(broken()).isEqualTo(new BrokenLine(3, Damage.SIGNATURE, "it carries no signature, though lines before it do"));
    }

    @Test
    void anotherPersonsNameOnALineIsNamed() throws Exception {
        SigningKey annas = SigningKey.generate();
        try (H2Workspace workspace = open()) {
            JournalledDecisions decisions = (JournalledDecisions) workspace.decisions();
            decisions.record("Anna", annas, DecisionKinds.KEY_ENROLLED, annas.publicKey().fingerprint(), Map.of("publicKey",
                annas.publicKey().base64()));
            decisions.record("Hugo", annas, "label.set", "x", Map.of());
        }
        assertThat(broken()).isEqualTo(new BrokenLine(2, Damage.SIGNATURE, "it carries the name Hugo but is signed with the key of Anna"));
    }

    @Test
    void aClockSetBackNeverMakesALineEarlierThanTheOneBeforeAndIsSaid() {
        for (String time : List.of("2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z")) {
            try (H2Workspace workspace = H2Workspace.open(directory, "Anna", Clock.fixed(Instant.parse(time), ZoneOffset.UTC))) {
                assertThat(workspace.decisions().record("label.set", "x", Map.of()).time()).isEqualTo("2026-06-02T00:00:00Z");
            }
        }
        assertThat(verify().holds()).isTrue();
        assertThat(verify().signatures().remarks()).singleElement().asString().contains("Line 2").contains("2026-06-01T00:00:00Z");
    }

    @Test
    void aLineThatClaimsAnEarlierTimeIsNamed() throws Exception {
        SigningKey annas = SigningKey.generate();
        String head = JournalLine.NO_HASH;
        List<String> lines = new ArrayList<>();
        List<String> times = List.of("2026-06-02T00:00:00Z", "2026-06-01T00:00:00Z");
        open().close();
        for (int i = 0; i < 2; i++) {
            byte[] line = JournalLine.write(new JournalLine.Draft("Anna", "label.set", "x", Map.of()), i + 1,
                new JournalLine.Stamp(Instant.parse(times.get(i)), Optional.empty()), head, new JournalLine.Signature(annas, i == 0));
            head = JournalLine.read(line).entry().hash();
            lines.add(new String(line, StandardCharsets.US_ASCII));
        }
        write(lines);
        assertThat(broken().line()).isEqualTo(2);
        assertThat(broken().kind()).isEqualTo(Damage.TIME);
    }

    @Test
    void linesOfEarlierVersionsAreHeldByTheChainAndCounted() throws Exception {
        open().close();
        String body = "{\"seq\":1,\"time\":\"2026-06-01T00:00:00Z\",\"actor\":\"Anna\",\"kind\":\"label.set\",\"subject\":\"x\",\"payload\":{},\"prev\":\""
            + JournalLine.NO_HASH + "\"}";
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes()));
        write(List.of(body.substring(0, body.length() - 1) + ",\"hash\":\"" + hash + "\"}"));
        try (H2Workspace workspace = open()) {
            workspace.decisions().record("label.set", "y", Map.of());
        }
        assertThat(verify().holds()).isTrue();
        assertThat(verify().signatures().none()).isEqualTo(1);
        assertThat(verify().signatures().byDevices()).isEqualTo(1);
    }

    @Test
    void ofManyLinesTheFirstWithAWrongSignatureIsNamed() throws Exception {
        try (H2Workspace workspace = open()) {
            for (int i = 1; i <= 40; i++) {
                workspace.decisions().record("label.set", "item-" + i, Map.of("n", "v" + i));
            }
        }
        List<String> whole = lines();
        forge(7, SigningKey.generate(), "v7", "other");
        List<String> forged = lines();
        assertThat(forged).hasSize(7);
        assertThat(broken().line()).isEqualTo(7);
        assertThat(verify().lines()).isEqualTo(6);
        assertThat(verify().signatures().byDevices()).isEqualTo(6);
        write(whole);
        assertThat(verify().holds()).isTrue();
        assertThat(verify().signatures().byDevices()).isEqualTo(40);
    }
}
