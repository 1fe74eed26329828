package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.ui.SmallLog;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a small workspace with a log in it. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {

    private Workspace workspace;
    private Workbench workbench;
    private Stage window;

    @Start
    void open(Stage recorded) throws IOException {
        // The robot's own stage keeps every event it ever saw, and with the events the nodes: a screen could never be collected there.
        Stage stage = new Stage();
        Fonts.load();
        Path folder = Files.createTempDirectory("workbench");
        workspace = Workspaces.open(folder.resolve("workspace"), "Reviewer A");
        new WorkspaceImportService(workspace).importFile(ImportRequest.of(SmallLog.write(folder.resolve("log.jsonl"))), Progress.NONE);
        workbench = new Workbench(workspace, Opening.AS_IT_IS, next -> { });
        Scene scene = new Scene(workbench.shell().root(), 1280, 760);
        stage.setScene(scene);
        workbench.start(scene);
        stage.show();
        window = stage;
    }

    @Stop
    void close() {
        window.close();
        workbench.close();
        workspace.close();
    }

    @Test
    void theOverviewNamesWhatIsWrongAndOffersTheButtonThatShowsWhy(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#show-why").tryQuery().isPresent());
        assertThat(robot.lookup(".pl-banner .pl-title").queryLabeled().getText()).contains("malware");
    }

    @Test
    void thePaletteFindsACategoryByName(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#palette-field").tryQuery().isPresent());
        robot.clickOn("#palette-field").write("privacy");
        until(() -> robot.lookup(".pl-palette-group").queryAllAs(javafx.scene.control.Label.class).stream()
            .anyMatch(label -> label.getText().equals("Categories")));
    }

    @Test
    void everyScreenOpensWithoutAnErrorAndIsCollectedOnceItIsClosed(FxRobot robot) throws TimeoutException {
        Map<ScreenId, WeakReference<Screen>> closed = new EnumMap<>(ScreenId.class);
        for (ScreenId id : workbench.shell().screens()) {
            robot.interact(() -> workbench.shell().go(Place.of(id)));
            until(() -> workbench.shell().built(id).isPresent());
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup("#error-card").tryQuery()).as("error on " + id.title()).isEmpty();
            closed.put(id, new WeakReference<>(workbench.shell().built(id).orElseThrow()));
        }
        robot.interact(() -> {
            workbench.shell().go(Place.of(ScreenId.SETTINGS));
            closed.keySet().forEach(workbench.shell()::close);
        });
        try {
            until(() -> {
                System.gc();
                return closed.values().stream().allMatch(reference -> reference.get() == null);
            });
        } catch (TimeoutException kept) {
            assertThat(closed).as("screens that something still holds").allSatisfy((id, reference) -> assertThat(reference.get() == null).isTrue());
        }
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
