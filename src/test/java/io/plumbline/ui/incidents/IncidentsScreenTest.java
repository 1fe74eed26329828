package io.plumbline.ui.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.ListWorkspace;
import io.plumbline.incidents.MemoryDecisions;
import io.plumbline.incidents.SampleLog;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.Shell;
import io.plumbline.ui.shell.ShellStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The job a person comes to the Incidents screen for, in the window. */
@ExtendWith(ApplicationExtension.class)
class IncidentsScreenTest {

    @TempDir
    private Path folder;
    private final MemoryDecisions journal = new MemoryDecisions();
    private final ListWorkspace workspace = new ListWorkspace(SampleLog.read(), journal);
    private Shell shell;

    @Start
    void open(Stage stage) {
        Fonts.load();
        shell = new Shell(new Look(workspace.settings()), workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.INCIDENTS, () -> new IncidentsScreen(workspace, shell.frame(), Clock.systemUTC(),
            Optional.of((format, name) -> Optional.of(folder.resolve(name)))));
        Scene scene = new Scene(shell.root(), 1600, 1000);
        stage.setScene(scene);
        shell.start(scene);
        stage.show();
    }

    @Stop
    void close() {
        shell.close();
    }

    @Test
    void anIncidentIsOpenedFromARangeWorkedAndReported(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> shell.frame().navigator().go(
            new Place(ScreenId.INCIDENTS, Map.of("from", "2026-07-02", "to", "2026-07-29"))));
        until(() -> present(robot, "#open-incident"));
        fire(robot, "#open-incident");
        until(() -> present(robot, "#conclude-1"));
        assertThat(incident().severity().reason()).contains("complied");

        Platform.runLater(() -> {
            robot.lookup("#verdict-1").queryAs(ComboBox.class).getEditor().setText("real");
            robot.lookup("#reason-1").queryAs(TextField.class).setText("All four tests looked at");
        });
        fire(robot, "#conclude-1");
        until(() -> incident().conclusion(IncidentStep.CONFIRM).isPresent());

        until(() -> present(robot, "#note-2"));
        Platform.runLater(() -> robot.lookup("#reason-2").queryAs(TextField.class).setText("Read ten of them"));
        fire(robot, "#note-2");
        until(() -> incident().entries().stream().anyMatch(e -> e.title().equals("Read ten of them")));

        until(() -> present(robot, "#close-disabled"));
        assertThat(robot.lookup("#close-disabled .label").queryAll()).extracting(n -> ((Labeled) n).getText())
            .anySatisfy(text -> assertThat(text).startsWith("Missing: affected counted, root cause named"));
        assertThat(present(robot, "#close-incident")).isFalse();

        Platform.runLater(() -> robot.lookup("#export-report").queryAs(MenuButton.class).getItems().stream()
            .filter(item -> "export-html".equals(item.getId())).findFirst().orElseThrow().fire());
        until(() -> Files.exists(folder.resolve("INC-001.html")));
    }

    private Incident incident() {
        return new IncidentService(journal, workspace.log(), workspace::actor).find("INC-001").orElseThrow();
    }

    private static boolean present(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Node.class).isPresent();
    }

    private static void fire(FxRobot robot, String query) {
        Platform.runLater(() -> robot.lookup(query).queryAs(Button.class).fire());
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    }
}
