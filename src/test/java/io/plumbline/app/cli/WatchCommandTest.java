package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is watched for raises flags at import, and on records that were stored before. */
class WatchCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anEntryFlagsWhatIsImportedLaterWithDetectorVersionSpanAndScore() throws IOException {
        execute("watch", "add", "|go|", "--reason", "seen elsewhere");
        execute("import", log("a", 0, 10).toString());
        JsonNode record = json("records", "--sort", "toxicity", "--limit", "10").path("records");
        assertThat(record).filteredOn(r -> triggers(r) == 1).extracting(r -> r.path("id").asText()).containsExactlyInAnyOrder("0", "5");
        JsonNode flag = record.path(9).path("flags").path(0);
        assertThat(flag.path("kind").asText()).isEqualTo("trigger");
        assertThat(flag.path("detector").asText()).isEqualTo("watch list");
        assertThat(flag.path("version").asText()).isEqualTo("watch-list 1.0");
        assertThat(flag.path("score").asDouble()).isEqualTo(1);
        assertThat(flag.path("evidence").toString()).isEqualTo("[[4,8]]");
    }

    @Test
    void anEntryAddedLaterFlagsWhatIsStoredAndItsRemovalTakesTheFlagsOff() throws IOException {
        execute("import", log("a", 0, 10).toString());
        assertThat(json("watch", "add", "|GO|", "--as", "tokens").path("records").asInt()).isEqualTo(2);
        assertThat(flagged()).isEqualTo(2);
        execute("import", log("b", 10, 20).toString());
        assertThat(flagged()).isEqualTo(4);
        assertThat(json("watch").path("entries").path(0).path("kind").asText()).isEqualTo("TOKENS");
        assertThat(json("watch", "remove", "TRG-01").path("records").asInt()).isEqualTo(4);
        assertThat(flagged()).isZero();
        assertThat(Files.readString(folder.resolve("w/journal.jsonl"))).contains("flags.restated");
    }

    private long flagged() throws IOException {
        JsonNode records = json("records", "--sort", "toxicity", "--limit", "100").path("records");
        long n = 0;
        for (JsonNode record : records) {
            n += triggers(record);
        }
        return n;
    }

    private static long triggers(JsonNode record) {
        long n = 0;
        for (JsonNode flag : record.path("flags")) {
            n += flag.path("kind").asText().equals("trigger") ? 1 : 0;
        }
        return n;
    }

    private Path log(String name, int from, int to) throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = from; i < to; i++) {
            log.append("{\"id\":%d,\"ts\":\"%s\",\"model\":\"bot\",\"category\":\"benign\",\"prompt\":\"say %s %d\",\"response\":\"Well.\",\"refused\":false,\"toxicity\":%s}%n"
                .formatted(i, Instant.parse("2026-05-04T00:00:00Z").plusSeconds(1800L * i), i % 5 == 0 ? "|go|" : "on", i, i / 1000.0));
        }
        return Files.writeString(folder.resolve(name + ".jsonl"), log);
    }

    private JsonNode json(String... arguments) throws IOException {
        out.getBuffer().setLength(0);
        execute(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));
        return new ObjectMapper().readTree(out.toString());
    }

    private void execute(String... arguments) {
        CommandLine line = PlumblineCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(Stream.concat(Stream.of("-w", folder.resolve("w").toString()), Stream.of(arguments)).toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
    }
}
