package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    Path directory;

    @Test
    void aNewFolderBecomesAWorkspace() {
        Path fresh = directory.resolve("a").resolve("b c");
        try (Workspace workspace = Workspaces.open(fresh, "Reviewer A")) {
            assertThat(workspace.actor()).isEqualTo("Reviewer A");
            assertThat(workspace.directory()).isDirectory();
            assertThat(workspace.notices()).isEmpty();
            assertThat(workspace.policy()).isEqualTo(new PolicyReader().defaults());
        }
        assertThat(fresh).isDirectoryContaining("glob:**/workspace.json").isDirectoryContaining("glob:**/journal.jsonl");
    }

    @Test
    void aSecondWindowOfTheSameProcessIsTurnedAwayAndDisturbsNothing() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer B")).isInstanceOf(WorkspaceInUseException.class)
                .hasMessageContaining(workspace.directory().toString()).hasMessageContaining("-w");
            workspace.settings().put("still", "works");
        }
        Workspaces.open(directory, "Reviewer B").close();
    }

    @Test
    void aDatabaseThatIsNotOursIsNeverOpened() throws IOException {
        Files.writeString(directory.resolve("workspace.mv.db"), "H:2,block:4");
        assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer A")).isInstanceOf(InputException.class)
            .hasMessageContaining("workspace.mv.db").hasMessageContaining("Nothing in it was opened");
        assertThat(directory.resolve("workspace.mv.db")).hasContent("H:2,block:4");
    }

    @Test
    void aFolderWithOtherFilesDoesNotBecomeAWorkspace() throws IOException {
        Files.writeString(directory.resolve("thesis.doc"), "text");
        assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer A")).isInstanceOf(InputException.class)
            .hasMessageContaining("thesis.doc");
    }

    @Test
    void aWorkspaceOfALaterFormatIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("workspace.json"), "{\"format\":\"plumbline-workspace\",\"version\":99}");
        assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer A")).isInstanceOf(InputException.class)
            .hasMessageContaining("newer Plumbline");
    }

    @Test
    void anotherProgramsMarkerIsNotTaken() throws IOException {
        Files.writeString(directory.resolve("workspace.json"), "{\"format\":\"something-else\"}");
        assertThatThrownBy(() -> Workspaces.open(directory, "Reviewer A")).isInstanceOf(InputException.class)
            .hasMessageContaining("not written by Plumbline");
    }

    @Test
    void aFileIsNoWorkspace() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> Workspaces.open(file, "Reviewer A")).isInstanceOf(InputException.class);
    }

    @Test
    void settingsLastAndAreFoundByTheirBeginning() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            workspace.settings().put("profile.b", "2");
            workspace.settings().put("profile.a", "1");
            workspace.settings().put("profile.a", "3");
            workspace.settings().put("theme", "dark");
            workspace.settings().remove("theme");
        }
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            assertThat(workspace.settings().startingWith("profile.")).containsExactly(Map.entry("profile.a", "3"), Map.entry("profile.b", "2"));
            assertThat(workspace.settings().get("theme")).isEmpty();
        }
    }

    @Test
    void changesAreToldUntilTheSubscriptionEnds() {
        List<WorkspaceChanges.Change> told = new ArrayList<>();
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            WorkspaceChanges.Subscription subscription = workspace.changes().subscribe(told::add);
            workspace.settings().put("a", "b");
            Records.importLog(workspace, "a.jsonl", Records.records(0, 3));
            workspace.decisions().record("label.set", "x", Map.of());
            subscription.close();
            workspace.settings().put("a", "c");
        }
        assertThat(told).containsExactly(WorkspaceChanges.Change.SETTINGS, WorkspaceChanges.Change.IMPORTS, WorkspaceChanges.Change.DECISIONS);
    }

    @Test
    void theStandardPlaceFollowsThePlatform() {
        Path home = Path.of("/home/a");
        assertThat(new WorkspaceLocation("Linux", home, Map.of()).standard()).isEqualTo(home.resolve(".local/share/plumbline/workspace"));
        assertThat(new WorkspaceLocation("Linux", home, Map.of("XDG_DATA_HOME", "/data")).standard())
            .isEqualTo(Path.of("/data/plumbline/workspace"));
        assertThat(new WorkspaceLocation("Linux", home, Map.of("XDG_DATA_HOME", "relative")).standard())
            .isEqualTo(home.resolve(".local/share/plumbline/workspace"));
        assertThat(new WorkspaceLocation("Mac OS X", home, Map.of()).sample())
            .isEqualTo(home.resolve("Library/Application Support/Plumbline/sample-workspace"));
        assertThat(new WorkspaceLocation("Windows 11", home, Map.of("LOCALAPPDATA", "/appdata")).standard())
            .isEqualTo(Path.of("/appdata/Plumbline/workspace"));
    }
}
