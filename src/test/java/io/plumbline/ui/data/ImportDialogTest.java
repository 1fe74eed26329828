package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.SmallLog;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ImportDialogTest {

    private Path folder;
    private Workspace workspace;
    private Shell shell;
    private ImportLauncher launcher;

    @Start
    void open(Stage stage) throws IOException {
        Fonts.load();
        folder = Files.createTempDirectory("import-dialog");
        workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A");
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        WorkspaceImportService service = new WorkspaceImportService(workspace);
        launcher = new ImportLauncher(service, workspace.imports(), shell.frame(), shell.root());
        shell.add(ScreenId.DATA, () -> new DataScreen(workspace, launcher,
            new WatchedFolder(workspace.settings(), service, Clock.systemUTC()), shell.frame()));
        Scene scene = new Scene(shell.root(), 1400, 900);
        stage.setScene(scene);
        shell.start(scene);
        stage.show();
    }

    @Stop
    void close() {
        shell.close();
        workspace.close();
    }

    @Test
    void aDroppedLogIsRecognisedMappedAndImportedByPressingEnter(FxRobot robot) throws TimeoutException {
        Path log = SmallLog.write(folder.resolve("log.jsonl"));
        robot.interact(() -> launcher.open(List.of(log)));
        until(() -> robot.lookup("#do-import").tryQuery().filter(button -> !button.isDisabled()).isPresent());
        robot.interact(() -> robot.lookup("#do-import").<Button>query().requestFocus());
        robot.type(KeyCode.ENTER);
        until(() -> !workspace.imports().list().isEmpty());
        ImportManifest manifest = workspace.imports().list().get(0);
        assertThat(manifest.records()).isEqualTo(3660);
        assertThat(manifest.rejected()).isEqualTo(2);
        assertThat(manifest.canaries()).isEqualTo(60);
        until(() -> robot.lookup("#show-rejects").tryQuery().isPresent());
    }

    @Test
    void aFileThatIsNothingSaysSoInASentence(FxRobot robot) throws TimeoutException, IOException {
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1});
        robot.interact(() -> launcher.open(List.of(picture)));
        until(() -> robot.lookup("#import-problem").tryQuery().isPresent());
        assertThat(workspace.imports().list()).isEmpty();
    }

    @Test
    void anImportIsTakenBackByTheButtonThatNamesTheAct(FxRobot robot) throws TimeoutException {
        new WorkspaceImportService(workspace).importFile(io.plumbline.imports.ImportRequest.of(SmallLog.write(folder.resolve("log.jsonl"))),
            io.plumbline.domain.Progress.NONE);
        until(() -> robot.lookup("#imports").<TableView<?>>tryQuery().filter(table -> table.getItems().size() == 1).isPresent());
        until(() -> robot.lookup("Undo").tryQuery().filter(Node::isVisible).isPresent());
        robot.clickOn("Undo");
        until(() -> robot.lookup("#confirm-act").tryQuery().isPresent());
        assertThat(robot.lookup("#confirm-act").<Button>query().getText()).isEqualTo("Undo import");
        robot.clickOn("#confirm-act");
        until(() -> workspace.imports().list().isEmpty());
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
