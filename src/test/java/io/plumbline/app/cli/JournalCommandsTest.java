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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code merge}, {@code policy}, {@code replay} and {@code acceptances}, as a script calls them. */
class JournalCommandsTest {

    @TempDir
    Path folder;
    private StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int plumbline(String... arguments) {
        out = new StringWriter();
        return PlumblineCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private String workspace(String name) {
        return folder.resolve(name).toString();
    }

    private void label(String name, String subject) {
        try (Workspace workspace = Workspaces.open(folder.resolve(name), "Anna")) {
            workspace.decisions().record("label.set", subject, Map.of());
        }
    }

    @Test
    void mergeSaysHowManyLinesCameIn() {
        label("here", "x");
        label("there", "y");
        assertThat(plumbline("merge", "-w", workspace("here"), workspace("there"))).isZero();
        assertThat(out.toString()).startsWith("1 lines of the other journal came in");
        assertThat(plumbline("verify", workspace("here"))).isZero();
        assertThat(out.toString()).contains("1 of these lines came in with merges");
        assertThat(plumbline("merge", "-w", workspace("here"), workspace("there"))).isZero();
        assertThat(out.toString()).contains("nothing that this one lacks");
    }

    @Test
    void mergingWhatIsNoJournalIsBadInput() {
        assertThat(plumbline("merge", "-w", workspace("here"), workspace("nowhere"))).isEqualTo(3);
        assertThat(err.toString()).contains("There is no journal at");
    }

    @Test
    void aPolicyIsShownComparedAndAccepted() throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
        assertThat(plumbline("keys", "create", "Anna", "-w", workspace("here"), "--passphrase-file", passphrase.toString())).isZero();
        Path policy = Files.writeString(folder.resolve("ours.json"),
            "{\"name\": \"Ours\", \"version\": \"2\", \"values\": [{\"key\": \"gate.overall.enhanced\", \"value\": \"0.04\", \"source\": \"board\"}]}");
        assertThat(plumbline("policy", "diff", "-w", workspace("here"), policy.toString())).isZero();
        assertThat(out.toString()).contains("gate.overall.enhanced  0.05 → 0.04  (board)");
        assertThat(plumbline("policy", "accept", "-w", workspace("here"), policy.toString(), "--reason", "The board asks for it.",
            "--passphrase-file",
            passphrase.toString())).isZero();
        assertThat(plumbline("policy", "show", "-w", workspace("here"), "--json")).isZero();
        JsonNode shown = new ObjectMapper().readTree(out.toString());
        assertThat(shown.path("version").asText()).isEqualTo("2");
        assertThat(shown.path("accepted").path("by").asText()).isEqualTo("Anna");
        assertThat(shown.path("accepted").path("key").asText()).hasSize(64);
    }

    @Test
    void withoutAPassphraseNoPolicyIsAccepted() throws IOException {
        Path policy = Files.writeString(folder.resolve("ours.json"), "{\"name\": \"Ours\", \"version\": \"2\", \"values\": []}");
        assertThat(plumbline("policy", "accept", "-w", workspace("here"), policy.toString(), "--reason", "because")).isEqualTo(3);
        assertThat(err.toString()).contains("no key yet");
    }

    @Test
    void whereNothingWasDecidedReplayAndRegisterSaySo() {
        assertThat(plumbline("replay", "-w", workspace("here"))).isZero();
        assertThat(out.toString()).contains("Nothing has been decided");
        assertThat(plumbline("acceptances", "-w", workspace("here"))).isZero();
        assertThat(out.toString()).contains("No risk acceptance");
        assertThat(plumbline("replay", "-w", workspace("here"), "G-000000")).isEqualTo(3);
    }
}
