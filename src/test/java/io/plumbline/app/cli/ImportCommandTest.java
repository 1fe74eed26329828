package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String ABLATED = "sample-data/refusal-direction/runs/llama-2-7b-chat-hf/completions/"
        + "jailbreakbench_ablation_evaluations.json";
    private static final String TOY = "src/test/resources/imports/jailbreakbench/test-artifact-vicuna-13b-v1.5.json";

    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theDocumentHoldsWhatTheContractNames() throws IOException {
        assertThat(execute("import", "--json", ABLATED)).isZero();
        JsonNode imported = document().path("imports").path(0);
        assertThat(names(imported)).contains("id", "file", "kind", "format", "model", "records", "rejected", "duplicates", "canaries",
            "seconds", "bytes");
        assertThat(imported.path("kind").asText()).isEqualTo("run");
        assertThat(imported.path("records").asInt()).isEqualTo(100);
        assertThat(imported.path("bytes").asLong()).isEqualTo(Files.size(Path.of(ABLATED)));
    }

    @Test
    void aFileThatCannotBeUsedKeepsNoOtherOut() throws IOException {
        assertThat(execute("import", "--json", TOY, ABLATED)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(document().path("imports")).hasSize(1);
        assertThat(document().path("errors").path(0).path("file").asText()).isEqualTo(TOY);
        assertThat(document().path("errors").path(0).path("error").asText()).contains("do not belong together");
        assertThat(err.toString()).contains("do not belong together").hasLineCount(1);
    }

    @Test
    void importingTwiceIsNoErrorAndStoresNothing() throws IOException {
        execute("import", ABLATED);
        out.getBuffer().setLength(0);
        assertThat(execute("import", "--json", ABLATED)).isZero();
        assertThat(document().path("imports").path(0).path("records").asInt()).isZero();
        assertThat(document().path("imports").path(0).path("duplicates").asInt()).isEqualTo(100);
    }

    @Test
    void importsListsTheManifestAndUndoTakesItBack() throws IOException {
        execute("import", ABLATED);
        out.getBuffer().setLength(0);
        assertThat(execute("imports", "--json")).isZero();
        JsonNode manifest = document().path("imports").path(0);
        assertThat(names(manifest)).contains("id", "file", "bytes", "sha256", "records", "rejected", "duplicates", "profile", "started",
            "importedBy", "remarks");
        out.getBuffer().setLength(0);
        assertThat(execute("undo", "--json", manifest.path("id").asText())).isZero();
        assertThat(document().path("undone").path("file").asText()).isEqualTo(manifest.path("file").asText());
        out.getBuffer().setLength(0);
        execute("imports", "--json");
        assertThat(document().path("imports")).isEmpty();
        assertThat(execute("undo", manifest.path("id").asText())).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void whatWasRejectedIsToldAlsoWhereNothingIsNew() throws IOException {
        String line = "{\"id\":1,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"user\":\"u\",\"prompt\":\"p\",\"response\":\"r\"}\n";
        execute("import", Files.writeString(folder.resolve("one.jsonl"), line).toString());
        out.getBuffer().setLength(0);
        assertThat(execute("import", Files.writeString(folder.resolve("two.jsonl"), line + "broken\n").toString())).isZero();
        assertThat(out.toString()).contains("nothing new").contains("1 rejected").contains("line 2:");
    }

    @Test
    void aDryRunOfUndoSaysWhatRestsOnTheImportAndTakesNothingBack() throws IOException {
        execute("import", "--json", ABLATED);
        String id = document().path("imports").path(0).path("id").asText();
        out.getBuffer().setLength(0);
        assertThat(execute("undo", "--dry-run", id)).isZero();
        assertThat(out.toString()).contains("100 samples of").contains("No label, incident, baseline");
        out.getBuffer().setLength(0);
        execute("imports", "--json");
        assertThat(document().path("imports")).hasSize(1);
    }

    @Test
    void aFileOfScoresIsJoinedToTheLogNamedBesideIt() throws IOException {
        Path calls = Files.writeString(folder.resolve("calls.jsonl"), "{\"id\":\"o1\",\"trace_id\":\"t1\",\"type\":\"GENERATION\",\"start_time\":"
            + "\"2026-05-01T08:15:30Z\",\"input\":\"Q\",\"output\":\"A\",\"provided_model_name\":\"m\",\"level\":\"DEFAULT\"}\n");
        Path scores = Files.writeString(folder.resolve("scores.jsonl"), "{\"id\":\"s\",\"trace_id\":\"t1\",\"observation_id\":\"o1\",\"name\":\"toxicity\","
            + "\"value\":0.5,\"source\":\"EVAL\",\"data_type\":\"NUMERIC\"}\n");
        assertThat(execute("import", "--json", scores.toString())).isEqualTo(ExitCode.BAD_INPUT);
        out.getBuffer().setLength(0);
        assertThat(execute("import", scores.toString(), calls.toString())).isZero();
        assertThat(out.toString()).contains("1 of the 1 scores in scores.jsonl were joined to their calls.");
    }

    @Test
    void withLabelsAloneNoTextIsMeasured() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"),
            "{\"id\":1,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"prompt\":\"p\",\"response\":\"I can't help with that.\"}\n");
        assertThat(execute("import", "--json", "--signals", "labels", log.toString())).isZero();
        assertThat(document().path("imports").path(0).path("records").asInt()).isEqualTo(1);
        assertThat(execute("import", "--signals", "some", log.toString())).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void rejectsAreListedAndReadAnewWhereTheFileIs() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"),
            "{\"id\":1,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"prompt\":\"p\",\"response\":\"r\"}\nbroken\n");
        execute("import", "--json", log.toString());
        String id = document().path("imports").path(0).path("id").asText();
        out.getBuffer().setLength(0);
        assertThat(execute("rejects", "--json", id)).isZero();
        assertThat(document().path("rejects").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(execute("rejects", "--replay", id)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("none of its 1 records can be used");
        Files.move(log, folder.resolve("moved.jsonl"));
        assertThat(execute("rejects", "--replay", id)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--file FILE");
    }

    @Test
    void theListOfRunsHoldsWhatTheContractNamesAndTheRateOfEachJudge() throws IOException {
        execute("import", ABLATED);
        out.getBuffer().setLength(0);
        assertThat(execute("runs", "--json")).isZero();
        JsonNode run = document().path("runs").path(0);
        assertThat(names(run)).contains("id", "model", "suite", "samples", "unscored", "judges", "file");
        assertThat(run.path("judges")).extracting(JsonNode::asText).containsExactly("llamaguard2", "substring_matching");
        assertThat(run.path("rates").path(0).path("unsafe").asInt()).isEqualTo(81);
        assertThat(run.path("rates").path(0).path("n").asInt()).isEqualTo(100);
    }

    @Test
    void anUnknownKindIsWrongUse() {
        assertThat(execute("import", "--kind", "picture", ABLATED)).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void anUnknownProfileNamesTheSavedOnes() {
        assertThat(execute("import", "--profile", "gone", ABLATED)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("no saved mapping “gone”");
    }

    private int execute(String command, String... arguments) {
        CommandLine line = PlumblineCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = Stream.concat(Stream.of(command, "-w", folder.resolve("workspace").toString()), Stream.of(arguments)).toList();
        return line.execute(all.toArray(String[]::new));
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<String> names(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
