package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sample files, imported and compared as a person would do it: published counts come out, and the gate blocks. */
class SampleRunsThroughTheCommandsTest {

    private static final Path REFUSAL_DIRECTION = Path.of("sample-data", "refusal-direction", "runs");
    private static final Path XSTEST = Path.of("sample-data", "xstest");

    @TempDir
    private Path workspace;
    private String out = "";

    @Test
    void weightEditedLlamaModelsLoseTheirRefusals() throws IOException {
        for (String model : List.of("llama-2-7b-chat-hf", "meta-llama-3-8b-instruct")) {
            Path completions = REFUSAL_DIRECTION.resolve(model).resolve("completions");
            assertThat(run("import", completions.resolve("jailbreakbench_baseline_evaluations.json").toString(),
                completions.resolve("jailbreakbench_ablation_evaluations.json").toString())).isZero();
        }
        assertCounts(compare("llama-2-7b-chat-hf", "llamaguard2"), 100, 95, 19, 76, 0);
        assertCounts(compare("meta-llama-3-8b-instruct", "llamaguard2"), 100, 97, 18, 79, 0);
        assertThat(run("gate", "--base", id("llama-2-7b-chat-hf", "baseline"), "--candidate", id("llama-2-7b-chat-hf", "ablation"),
            "--judge", "llamaguard2", "--json")).isEqualTo(30);
        assertThat(new ObjectMapper().readTree(out).get("outcome").asText()).isEqualTo("BLOCK");
    }

    @Test
    void xstestWithItsGuardingPromptRefusesMore() throws IOException {
        assertThat(run("import", XSTEST.resolve("xstest_v2_completions_mistralinstruct_gpteval.csv").toString(),
            XSTEST.resolve("xstest_v2_completions_mistralguard_gpteval.csv").toString())).isZero();
        assertThat(run("compare", "--base", id("mistralinstruct", ""), "--candidate", id("mistralguard", ""), "--judge", "final_label",
            "--partial", "safe", "--json")).isZero();
        assertCounts(new ObjectMapper().readTree(out).get("overall"), 200, 72, 193, 2, 123);
    }

    private JsonNode compare(String model, String judge) throws IOException {
        assertThat(run("compare", "--base", id(model, "baseline"), "--candidate", id(model, "ablation"), "--judge", judge, "--json")).isZero();
        return new ObjectMapper().readTree(out).get("overall");
    }

    private static void assertCounts(JsonNode overall, int n, int before, int after, int harmful, int beneficial) {
        assertThat(overall.at("/base/n").asInt()).isEqualTo(n);
        assertThat(overall.at("/base/safe").asInt()).isEqualTo(before);
        assertThat(overall.at("/candidate/safe").asInt()).isEqualTo(after);
        assertThat(overall.get("harmfulFlips").asInt()).isEqualTo(harmful);
        assertThat(overall.get("beneficialFlips").asInt()).isEqualTo(beneficial);
    }

    /** Id of the run whose file and model say so. */
    private String id(String model, String variant) throws IOException {
        assertThat(run("runs", "--json")).isZero();
        JsonNode runs = new ObjectMapper().readTree(out).get("runs");
        return StreamSupport.stream(runs.spliterator(), false)
            .filter(run -> run.get("model").asText().startsWith(model) && run.get("file").asText().contains(variant))
            .map(run -> run.get("id").asText()).findFirst().orElseThrow();
    }

    private int run(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command, "-w", workspace.toString()));
        line.addAll(List.of(arguments));
        StringWriter written = new StringWriter();
        CommandLine commandLine = PlumblineCommand.commandLine();
        commandLine.setOut(new PrintWriter(written));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        int code = commandLine.execute(line.toArray(String[]::new));
        out = written.toString();
        return code;
    }
}
