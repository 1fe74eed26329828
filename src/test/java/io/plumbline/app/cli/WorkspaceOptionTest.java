package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceOptionTest {

    @TempDir
    private Path folder;

    @Test
    void theWorkspaceMayBeNamedBeforeTheCommand() {
        Path workspace = folder.resolve("named before");
        int exit = PlumblineCommand.commandLine().setOut(new PrintWriter(new StringWriter())).execute("-w", workspace.toString(), "runs");
        assertThat(exit).isZero();
        assertThat(workspace.resolve("workspace.json")).exists();
    }

    @Test
    void theNameBehindTheCommandWins() {
        Path before = folder.resolve("before");
        Path behind = folder.resolve("behind");
        PlumblineCommand.commandLine().setOut(new PrintWriter(new StringWriter())).execute("-w", before.toString(), "runs", "-w", behind.toString());
        assertThat(behind.resolve("workspace.json")).exists();
        assertThat(before).doesNotExist();
    }
}
