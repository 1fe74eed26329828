package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code report} on the sample files. */
class ReportCommandTest {

    private static final Path LLAMA = Path.of("sample-data/refusal-direction/runs/llama-2-7b-chat-hf/completions");

    @TempDir
    private static Path workspace;
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void importSamples() {
        new ReportCommandTest().plumbline("import", "-w", workspace.toString(), LLAMA.resolve("jailbreakbench_baseline_evaluations.json").toString(),
            LLAMA.resolve("jailbreakbench_ablation_evaluations.json").toString());
    }

    @Test
    void gateReportNamesFileKindAndTheHashOfItsBytes() throws Exception {
        Path file = folder.resolve("gate.html");
        assertThat(gate(file, "--json")).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("file").asText()).isEqualTo(file.toString());
        assertThat(answer.get("kind").asText()).isEqualTo("gate");
        assertThat(answer.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(
            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
    }

    @Test
    void gateReportCarriesTheKnownAnswerOfThePublishedRuns() throws Exception {
        Path file = folder.resolve("gate.md");
        assertThat(gate(file)).isZero();
        assertThat(Files.readString(file)).contains("fell 80.0% (95.0% → 19.0%").contains("| All harmful prompts | 19 | 76 | 0 | 5 | 100 |").contains("Residual gaps")
            .contains("Nobody has decided anything at this gate yet");
    }

    @Test
    void anExistingFileIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("gate.pdf"), "mine");
        assertThat(gate(file)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(file).hasContent("mine");
        assertThat(err.toString()).contains("exists already");
    }

    @Test
    void anIncidentReportWithoutALogSaysWhatToImport() {
        assertThat(plumbline("report", "incident", "--from", "2026-07-02", "--to", "2026-07-29", "-w", workspace.toString(), "-o",
            folder.resolve("i.md").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no production log").contains("plumbline import");
    }

    @Test
    void anIncidentAndARangeTogetherAreWrongUse() {
        assertThat(plumbline("report", "incident", "--incident", "INC-001", "--from", "2026-07-02", "--to", "2026-07-29", "-w",
            workspace.toString(), "-o", folder.resolve("i.md").toString())).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void withoutAKindTheCommandAsksWhich() {
        assertThat(plumbline("report")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("gate or incident");
    }

    private int gate(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("report", "gate", "--base", "jailbreakbench_baseline_evaluations.json", "--candidate",
            "jailbreakbench_ablation_evaluations.json", "--judge", "llamaguard2", "-w", workspace.toString(), "-o", file.toString()));
        arguments.addAll(List.of(more));
        return plumbline(arguments.toArray(String[]::new));
    }

    private int plumbline(String... arguments) {
        return PlumblineCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
