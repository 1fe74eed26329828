package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.SafetyState;
import io.plumbline.keys.SigningKey;
import io.plumbline.report.Attested;
import io.plumbline.report.Attested.Subject;
import io.plumbline.report.Block;
import io.plumbline.report.Manifest;
import io.plumbline.report.Report;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportPrinter;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A deployment pipeline that has a report, a public key and the file it is about to deploy, and nothing else. */
class VerifyReportCommandTest {

    @TempDir
    Path folder;
    private Path passphrase;
    private Path candidate;
    private String validUntil = "2999-12-31";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void keys() throws IOException {
        passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
        candidate = Files.writeString(folder.resolve("candidate.json"), "evaluated");
        assertThat(plumbline("keys", "create", "Anna", "-w", workspace(), "--passphrase-file", passphrase.toString())).isZero();
        assertThat(plumbline("keys", "export", "Anna", "-w", workspace(), "-o", folder.resolve("anna.pem").toString())).isZero();
    }

    private String workspace() {
        return folder.resolve("workspace").toString();
    }

    private int plumbline(String... arguments) {
        return PlumblineCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private Path report(String name, String outcome, String evidence, String standing) throws Exception {
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(candidate)));
        Attested attested = new Attested(Attested.GATE, List.of(new Subject("candidate", digest)),
            Map.of("outcome", outcome, "evidence", evidence, "standing", standing, "validUntil", validUntil, "candidate",
                Map.of("run", "r1", "model", "acme, lora-v3")), List.of(), List.of());
        Report report = new Report("Gate report", "G-1", "Approved", "2026-07-01", "model", "Title", SafetyState.OK, "Outcome", "none",
            "Lead",
            List.of(new Report.Section("Facts", List.of(new Block.Paragraph("", "text")))), "Caveat", new Manifest(List.of(), 1,
                "0".repeat(64)), attested);
        try (Workspace workspace = Workspaces.open(folder.resolve("workspace"), "Anna")) {
            workspace.people().unlock("Anna", "correct horse".toCharArray());
            return ReportFile.write(report, folder.resolve(name), ReportPrinter.signing(workspace)).file();
        }
    }

    private int demand(Path report, String... more) {
        return plumbline(java.util.stream.Stream.concat(java.util.stream.Stream.of("verify", report.toString()),
            java.util.Arrays.stream(more))
            .toArray(String[]::new));
    }

    private String pem() {
        return folder.resolve("anna.pem").toString();
    }

    @Test
    void anApprovedGateMeetsTheDemandOfThePipeline() throws Exception {
        Path report = report("gate.json", "ENHANCED", "ASSURED", "APPROVED");
        assertThat(demand(report, "--key", pem(), "--require", "enhanced", "--subject", candidate.toString())).as(out.toString()).isZero();
        assertThat(out.toString()).contains("signed by Anna").contains("The journal enrolled that key for Anna");
    }

    @Test
    void enhancedDoesNotMeetADemandForStandard() throws Exception {
        assertThat(demand(report("gate.json", "ENHANCED", "ASSURED", "APPROVED"), "--require", "standard")).isEqualTo(1);
    }

    @Test
    void withoutAnApprovalNoOutcomeMeetsADemand() throws Exception {
        assertThat(demand(report("gate.json", "STANDARD", "ASSURED", "UNDECIDED"), "--require", "standard")).isEqualTo(1);
    }

    @Test
    void aReportWhoseGroundHasEndedMeetsNoDemandButStillHolds() throws Exception {
        validUntil = "2020-02-29";
        Path report = report("gate.json", "STANDARD", "ASSURED", "APPROVED");
        assertThat(demand(report, "--key", pem(), "--require", "standard")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("held until 2020-02-29");
        assertThat(demand(report, "--key", pem())).isZero();
    }

    @Test
    void aReportOnAnotherModelIsRefused() throws Exception {
        Path report = report("gate.json", "STANDARD", "ASSURED", "APPROVED");
        assertThat(demand(report, "--model", "acme, lora-v4")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("it is about “acme, lora-v3”, and “acme, lora-v4” was demanded");
        assertThat(demand(report, "--model", "acme, lora-v3", "--require", "standard")).isZero();
    }

    /** The script of the user guide, run as a pipeline runs it. */
    private int pipeline(Path report, Path key, String model, Path subject) throws Exception {
        ProcessBuilder script = new ProcessBuilder("bash", "src/site/resources/pipeline/deploy-gate.sh", report.toString(), key.toString(),
            model, subject.toString()).redirectErrorStream(true);
        script.environment().put("PLUMBLINE", Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1 -cp "
            + System.getProperty("java.class.path") + " io.plumbline.app.Main");
        Process run = script.start();
        out.write(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return run.waitFor();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theScriptOfTheGuideLetsOnlyTheApprovedCandidateThrough() throws Exception {
        Path key = Path.of(pem());
        Path report = report("gate.json", "ENHANCED", "ASSURED", "APPROVED");
        assertThat(pipeline(report, key, "acme, lora-v3", candidate)).as(out.toString()).isZero();
        assertThat(out.toString()).contains("acme, lora-v3 may be deployed.");
        assertThat(pipeline(report, key, "acme, lora-v4", candidate)).isEqualTo(ExitCode.FAILED);
        Path other = Files.writeString(folder.resolve("other.json"), "evaluated later");
        assertThat(pipeline(report, key, "acme, lora-v3", other)).isEqualTo(ExitCode.FAILED);
        Path changed = Files.writeString(folder.resolve("changed.json"), Files.readString(report).replaceFirst("payload\":\"e",
            "payload\":\"f"));
        assertThat(pipeline(changed, key, "acme, lora-v3", candidate)).isEqualTo(ExitCode.FAILED);
        Path stranger = Files.writeString(folder.resolve("stranger.pem"), SigningKey.generate().publicKey().pem());
        assertThat(pipeline(report, stranger, "acme, lora-v3", candidate)).isEqualTo(ExitCode.FAILED);
        validUntil = "2020-02-29";
        assertThat(pipeline(report("old.json", "ENHANCED", "ASSURED", "APPROVED"), key, "acme, lora-v3", candidate))
            .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("held until 2020-02-29").containsOnlyOnce("may be deployed");
    }

    @Test
    void lackOfEvidenceMeetsNoDemand() throws Exception {
        assertThat(demand(report("gate.json", "STANDARD", "NOT_ENOUGH_EVIDENCE", "APPROVED"), "--require", "enhanced")).isEqualTo(1);
    }

    @Test
    void aReportOnAnotherFileIsRefused() throws Exception {
        Path report = report("gate.json", "STANDARD", "ASSURED", "APPROVED");
        Files.writeString(candidate, "something else");
        assertThat(demand(report, "--subject", candidate.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("is not about candidate.json");
    }

    @Test
    void aReportSignedByAnotherKeyIsRefused() throws Exception {
        Path report = report("gate.json", "STANDARD", "ASSURED", "APPROVED");
        assertThat(plumbline("keys", "create", "Hugo", "-w", workspace(), "--passphrase-file", passphrase.toString())).isZero();
        assertThat(plumbline("keys", "export", "Hugo", "-w", workspace(), "-o", folder.resolve("hugo.pem").toString())).isZero();
        assertThat(demand(report, "--key", folder.resolve("hugo.pem").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("not with the one that was demanded");
    }

    @Test
    void aReportThatWasChangedIsRefusedAlsoAsJson() throws Exception {
        Path report = report("gate.html", "STANDARD", "ASSURED", "APPROVED");
        Files.writeString(report, Files.readString(report).replace("<h1>Title", "<h1>Title!"));
        out.getBuffer().setLength(0);
        assertThat(demand(report, "--json")).isEqualTo(1);
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.path("holds").asBoolean(true)).isFalse();
        assertThat(answer.path("reason").asText()).contains("changed after it was written");
    }

    @Test
    void aKeyFileThatIsNoneIsBadInput() throws Exception {
        assertThat(demand(report("gate.json", "STANDARD", "ASSURED", "APPROVED"), "--key", candidate.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("keys export NAME");
    }

    @Test
    void demandsOnAWorkspaceAreWrongUse() {
        assertThat(plumbline("verify", workspace(), "--key", pem())).isEqualTo(2);
    }

    @Test
    void aWrongPassphraseIsASentence() throws Exception {
        Files.writeString(passphrase, "wrong horse\n");
        assertThat(plumbline("keys", "revoke", "00", "--reason", "x", "-w", workspace(), "--passphrase-file", passphrase.toString()))
            .isEqualTo(3);
        assertThat(err.toString()).contains("does not open the key of Anna");
    }

    @Test
    void keysAreListedWithTheirOwners() {
        out.getBuffer().setLength(0);
        assertThat(plumbline("keys", "-w", workspace())).isZero();
        assertThat(out.toString()).contains("Anna, a person's key");
    }
}
