package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.detection.SignalDesk;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyApplyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aPolicyWrittenAfterTheImportIsAppliedOnceItIsAskedFor() throws IOException {
        Path log = folder.resolve("log.jsonl");
        Files.writeString(log, """
            {"id":"1","timestamp":"2026-07-01T10:00:00Z","model":"bot","category":"benign","prompt":"Which one?","response":"Take the Acme one."}
            {"id":"2","timestamp":"2026-07-01T11:00:00Z","model":"bot","category":"benign","prompt":"Which one?","response":"Take any."}
            """);
        Path workspace = folder.resolve("w");
        execute("import", "--kind=log", "-w", workspace.toString(), log.toString());
        try (Workspace open = Workspaces.open(workspace, "Reviewer A")) {
            new SignalDesk(open.decisions()).save(new ContentPolicy("p1", 0, "Rivals", "", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE,
                List.of(new PolicyRule.Terms(PolicyRule.Where.RESPONSE, List.of("acme")))));
        }
        JsonNode preview = new ObjectMapper().readTree(execute("policy", "apply", "--preview", "--json", "-w", workspace.toString()));
        assertThat(preview.path("come").asInt()).isEqualTo(1);
        assertThat(preview.path("flags").path(0).path("by").asText()).isEqualTo("Rivals");
        assertThat(execute("policy", "apply", "-w", workspace.toString())).startsWith("Changed 1 of 2 stored records: 1 flags come");
        assertThat(execute("policy", "apply", "-w", workspace.toString())).startsWith("Changed 0 of 2 stored records");
    }

    private static String execute(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = PlumblineCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }
}
