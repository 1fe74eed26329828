package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.app.cli.PlumblineCommand;
import io.plumbline.domain.LogFilter;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty records of March 2025, none of them flagged, looked at in November. */
class RetentionModelTest {

    @TempDir
    private Path folder;
    private Workspace workspace;
    private RetentionModel model;

    @BeforeEach
    void openAWorkspaceWithOldTexts() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            log.append("{\"id\":\"r%d\",\"ts\":\"%s\",\"model\":\"bot\",\"category\":\"benign\",\"prompt\":\"the question %d\",\"response\":\"the answer\",\"refused\":false,"
                .formatted(i, Instant.parse("2025-03-01T00:00:00Z").plusSeconds(3600L * i), i)).append("\"toxicity\":0.01,\"latency_ms\":300}\n");
        }
        PlumblineCommand.commandLine().execute("import", "-w", folder.resolve("w").toString(), Files.writeString(folder.resolve("log.jsonl"), log).toString());
        workspace = Workspaces.open(folder.resolve("w"), "Reviewer A");
        model = new RetentionModel(workspace, Clock.fixed(Instant.parse("2025-11-20T00:00:00Z"), ZoneOffset.UTC), new SameThreadTaskRunner(), failure -> {
            throw new AssertionError(failure);
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void nothingCanBeRemovedBeforeItWasLookedAt() {
        assertThat(model.hindrance()).contains("Still looking.");
    }

    @Test
    void thePreviewSaysWhatWouldGo() {
        model.read();
        assertThat(model.hindrance()).isEmpty();
        RetentionModel.State state = model.state().get().orElseThrow();
        assertThat(RetentionModel.lines(state.plan().due()).get(0).records()).isEqualTo(20);
        assertThat(RetentionModel.consequence(state.plan())).contains("20 records", "can't be brought back");
    }

    @Test
    void afterTheRemovalNothingIsDueAndTheCertificateIsListed() {
        model.read();
        model.remove();
        RetentionModel.State state = model.state().get().orElseThrow();
        assertThat(state.plan().due().records()).isZero();
        assertThat(state.plan().due().removed()).isEqualTo(20);
        assertThat(state.certificates()).hasSize(1);
        assertThat(model.hindrance()).contains("No text is due.");
        assertThat(workspace.log().page(LogFilter.everything(), 0, 1).get(0).textNotice()).isPresent();
    }
}
