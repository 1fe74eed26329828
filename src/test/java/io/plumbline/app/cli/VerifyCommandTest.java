package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

    @TempDir
    Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void decideThreeTimes() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            for (int i = 1; i <= 3; i++) {
                workspace.decisions().record("label.set", "item", Map.of("n", i));
            }
        }
    }

    private int run(String... arguments) {
        CommandLine command = PlumblineCommand.commandLine();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private void tamper() throws IOException {
        Path journal = directory.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"n\":2", "\"n\":7"));
    }

    @Test
    void aWholeJournalExitsWithZero() {
        assertThat(run("verify", directory.toString())).isZero();
        assertThat(out.toString()).startsWith("The journal holds: 3 lines");
    }

    @Test
    void aWorkspaceInUseCanBeVerified() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            assertThat(run("verify", workspace.directory().toString())).isZero();
        }
    }

    @Test
    void aTamperedJournalExitsWithOneAndNamesTheLine() throws IOException {
        tamper();
        assertThat(run("verify", directory.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Line 2 of journal.jsonl does not hold").contains("The chain holds up to line 1");
    }

    @Test
    void jsonNamesTheFirstBrokenLine() throws IOException {
        tamper();
        assertThat(run("verify", directory.toString(), "--json")).isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.path("holds").asBoolean(true)).isFalse();
        assertThat(document.path("firstBroken").path("line").asInt()).isEqualTo(2);
        assertThat(document.path("lines").asInt()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNoWorkspaceIsBadInput() {
        assertThat(run("verify", directory.resolve("nothing").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("no Plumbline workspace");
    }
}
