package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Progress;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    private static final String LINE = "{\"id\":%d,\"ts\":\"2026-05-01T00:00:00Z\",\"model\":\"m\",\"prompt\":\"p\",\"response\":\"r\"}\n";

    @TempDir
    private Path folder;

    @Test
    void eachLookImportsOneFileThatHasSettledAndTheDataScreenTellsOfIt() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("a.jsonl"), LINE.formatted(1));
        Files.writeString(exports.resolve("b.jsonl"), LINE.formatted(2));
        try (Workspace workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A")) {
            WorkspaceImportService service = new WorkspaceImportService(workspace);
            watched(workspace, service, 0).watch(exports, "", "");
            WatchedFolder passing = new WatchedFolder(workspace.settings(), service, new HurriedClock());
            try (FolderWatch watch = new FolderWatch(passing, new SameThreadTaskRunner(), failure -> {
                throw new AssertionError(failure);
            }, Runnable::run)) {
                watch.look();
                assertThat(workspace.imports().list()).isEmpty();
                watch.look();
                watch.look();
            }
            assertThat(workspace.imports().list()).extracting(ImportManifest::file).containsExactly("a.jsonl", "b.jsonl");
            DataModel model = new DataModel(workspace, passing, new SameThreadTaskRunner(), failure -> { });
            model.refresh();
            assertThat(model.reading().get().watched().folder()).contains(exports.toAbsolutePath());
            assertThat(model.reading().get().watched().taken()).extracting(WatchedFolder.Taken::file).containsExactlyInAnyOrder("a.jsonl", "b.jsonl");
            workspace.imports().undo(workspace.imports().list().get(0).id(), Progress.NONE);
            assertThat(passing.ready()).as("what a person takes back stays out").isEmpty();
        }
    }

    private static WatchedFolder watched(Workspace workspace, WorkspaceImportService service, long second) {
        return new WatchedFolder(workspace.settings(), service, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    /** Ten seconds pass whenever somebody asks for the time. */
    private static final class HurriedClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(10));
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
