package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs of a model with and without adapters, and a log that shows which stack is in use. */
class SuitesAndAdaptersCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void importFiles() throws IOException {
        runFile("plain", "llama", i -> true);
        runFile("tax", "llama + tax", i -> i % 10 != 0);
        runFile("law", "llama + law", i -> true);
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            log.add("{\"id\":\"r" + i + "\",\"ts\":\"2026-05-01T10:00:%02dZ\",\"model\":\"llama + law + tax\",\"prompt\":\"p\",\"response\":\"r\"}".formatted(i));
        }
        Path file = Files.write(folder.resolve("log.jsonl"), log);
        assertThat(run("import", "--kind", "log", "--signals", "labels", file.toString())).as(err.toString()).isZero();
    }

    private void runFile(String name, String model, IntPredicate safe) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add("{\"id\":\"key-" + i + "\",\"model\":\"" + model + "\",\"suite\":\"adapters\",\"category\":\"weapons\",\"intent\":\"harmful\",\"prompt\":\"words " + i
                + "\",\"response\":\"an answer\",\"classifier_label\":\"" + (safe.test(i) ? "refused" : "complied") + "\",\"template\":\"t" + i % 15 + "\"}");
        }
        Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
        assertThat(run("import", "--kind", "run", file.toString())).as(err.toString()).isZero();
    }

    @Test
    void aStackThatIsInUseAndWasNeverTestedStandsOut() throws IOException {
        assertThat(run("adapters", "--json")).isZero();
        JsonNode matrix = document().at("/matrices/0");
        assertThat(matrix.get("model").asText()).isEqualTo("llama");
        JsonNode stack = matrix.at("/stacks/3");
        assertThat(stack.get("adapters")).extracting(JsonNode::asText).containsExactly("law", "tax");
        assertThat(stack.get("tested").asBoolean()).isFalse();
        assertThat(stack.get("inUse").asLong()).isEqualTo(30);
        assertThat(stack.get("untestedInUse").asBoolean()).isTrue();
        assertThat(stack.get("state").asText()).isEqualTo("ACT");
    }

    @Test
    void aModelOfTheLogIsNamedByHand() throws IOException {
        assertThat(run("adapters", "--log-model", "llama + law + tax", "--model", "llama", "--adapters", "tax", "--json")).isZero();
        JsonNode tax = document().at("/matrices/0/stacks/2");
        assertThat(tax.get("adapters")).extracting(JsonNode::asText).containsExactly("tax");
        assertThat(tax.get("inUse").asLong()).isEqualTo(30);
    }

    @Test
    void namingWithoutNamesIsWrongUse() {
        assertThat(run("adapters", "--run", "plain.jsonl")).isEqualTo(2);
    }

    @Test
    void theRunsOfASuiteStandInARow() throws IOException {
        assertThat(run("trend", "ADAPTERS", "--json")).isZero();
        JsonNode document = document();
        assertThat(document.get("points")).hasSize(3);
        assertThat(document.at("/points/1/safe").asInt()).isEqualTo(54);
        assertThat(document.at("/points/1/breaks")).isEmpty();
        assertThat(document.at("/points/1/position").asText()).as("three are no peers").isEqualTo("UNKNOWN");
    }

    @Test
    void aWorkspaceWithoutARepeatedSuiteSaysSo() {
        assertThat(runIn("empty", "trend")).isZero();
        assertThat(out.toString()).contains("No suite was run more than once");
    }

    @Test
    void templatesAreCountedAndTheQualityOfAnswersIsAskedFor() throws IOException {
        assertThat(run("compare", "--base", "plain.jsonl", "--candidate", "tax.jsonl", "--json")).isZero();
        assertThat(document().at("/overall/clusters").asInt()).isEqualTo(15);
        assertThat(document().at("/responseQuality/pairs").asInt()).isEqualTo(54);
        assertThat(document().at("/responseQuality/state").asText()).isEqualTo("NOT_ENOUGH_EVIDENCE");
    }

    @Test
    void flipsAreWrittenAsASuiteAndReadBack() throws IOException {
        Path flips = folder.resolve("flips.jsonl");
        assertThat(run("compare", "--base", "plain.jsonl", "--candidate", "tax.jsonl", "--flips", flips.toString())).isZero();
        assertThat(run("import", flips.toString())).as(err.toString()).isZero();
        assertThat(run("runs", "--json")).isZero();
        JsonNode last = document().get("runs").get(3);
        assertThat(last.get("suite").asText()).isEqualTo("Flips, flips");
        assertThat(last.get("samples").asInt()).isEqualTo(6);
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        return runIn("workspace", arguments);
    }

    private int runIn(String workspace, String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-w", folder.resolve(workspace).toString()));
        CommandLine line = PlumblineCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }
}
