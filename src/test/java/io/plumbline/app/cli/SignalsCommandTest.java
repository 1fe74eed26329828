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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SignalsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void eachRecordOfALogIsOneObjectALine() throws IOException {
        Path file = write("log.jsonl", """
            {"id":"r1","time":"2026-05-01T12:00:00Z","prompt":"Hi","response":"I'm sorry, but I can't help with that."}
            {"id":"r2","time":"2026-05-01T12:01:00Z","prompt":"Hi","response":"Perhaps you might write to jane.doe@example.com."}
            {"id":"r3","time":"2026-05-01T12:02:00Z","prompt":"Hi","response":"К сожалению, я не могу с этим помочь."}
            """);
        List<JsonNode> records = run(0, file);
        assertThat(records).extracting(r -> r.path("id").asText()).containsExactly("r1", "r2", "r3");
        assertThat(records).extracting(r -> r.path("refusal").asText()).containsExactly("REFUSED", "COMPLIED", "UNCLEAR");
        assertThat(records).extracting(r -> r.path("language").asText()).containsExactly("en", "en", "ru");
        assertThat(records.get(1).path("hedges").asDouble()).isPositive();
        assertThat(records.get(0).path("toxicity").isNumber()).isTrue();
        JsonNode flag = records.get(1).path("flags").get(0);
        assertThat(flag.path("kind").asText()).isEqualTo("PERSONAL_DATA");
        assertThat(flag.path("detector").asText()).isNotEmpty();
        assertThat(flag.path("version").asText()).isNotEmpty();
        assertThat(flag.path("spans").get(0).path("start").asInt()).isEqualTo(27);
        assertThat(flag.has("score")).isTrue();
    }

    @Test
    void aLogWithoutTimesIsMeasuredToo() throws IOException {
        assertThat(run(0, write("a.jsonl", "{\"id\":\"x\",\"prompt\":\"p\",\"response\":\"I must decline this request.\"}\n")))
            .extracting(r -> r.path("refusal").asText()).containsExactly("REFUSED");
    }

    @Test
    void anEvaluationRunIsMeasuredWithItsIds() {
        List<JsonNode> records = run(0, Path.of("sample-data/xstest/xstest_v2_completions_mistralguard_gpteval.csv"));
        assertThat(records).hasSize(450);
        assertThat(records.get(0).path("id").asText()).isEqualTo("v2-1");
        assertThat(records).extracting(r -> r.path("refusal").asText()).contains("REFUSED", "PARTIAL", "COMPLIED");
    }

    @Test
    void aFileThatCannotBeUsedDoesNotKeepTheOthersOut() throws IOException {
        Path good = write("a.jsonl", "{\"id\":\"x\",\"prompt\":\"p\",\"response\":\"Yes.\"}\n");
        assertThat(run(3, folder.resolve("none.csv"), good)).hasSize(1);
        assertThat(err.toString()).contains("none.csv");
    }

    @Test
    void peopleGetASentence() throws IOException {
        Path file = write("a.jsonl", "{\"id\":\"x\",\"prompt\":\"p\",\"response\":\"I must decline this request.\"}\n");
        assertThat(commandLine().execute("signals", file.toString())).isZero();
        assertThat(out.toString()).contains("“I must decline”").contains("a.jsonl: 1 records: 1 refused; 0 flagged.");
    }

    private List<JsonNode> run(int exitCode, Path... files) {
        List<String> arguments = new ArrayList<>(List.of("signals", "--json"));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        assertThat(commandLine().execute(arguments.toArray(String[]::new))).as(err.toString()).isEqualTo(exitCode);
        ObjectMapper json = new ObjectMapper();
        return out.toString().lines().map(line -> {
            try {
                return json.readTree(line);
            } catch (IOException e) {
                throw new AssertionError(line, e);
            }
        }).toList();
    }

    private CommandLine commandLine() {
        return PlumblineCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
