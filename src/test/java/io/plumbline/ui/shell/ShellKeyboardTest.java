package io.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ui.MemoryWorkspace;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.common.Theme;
import io.plumbline.ui.common.Words;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellKeyboardTest {

    private final MemoryWorkspace workspace = new MemoryWorkspace();
    private Shell shell;
    private Look look;

    @Start
    void open(Stage stage) {
        Fonts.load();
        look = new Look(workspace.settings());
        shell = new Shell(look, workspace.changes(), () -> ShellStatus.empty("Reviewer A"));
        shell.add(ScreenId.OVERVIEW, () -> new NamedScreen(ScreenId.OVERVIEW));
        shell.add(ScreenId.DRIFT, () -> new NamedScreen(ScreenId.DRIFT));
        shell.add(ScreenId.DATA, () -> new NamedScreen(ScreenId.DATA));
        Scene scene = new Scene(shell.root(), 1400, 900);
        stage.setScene(scene);
        shell.start(scene);
        stage.show();
    }

    @Stop
    void close() {
        shell.close();
    }

    @Test
    void ctrlAndADigitGoToTheScreen(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        until(() -> shows(robot, ScreenId.DRIFT));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT8).release(KeyCode.CONTROL);
        until(() -> shows(robot, ScreenId.DATA));
    }

    @Test
    void altArrowsGoBackAndForth(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        until(() -> shows(robot, ScreenId.DRIFT));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        until(() -> shows(robot, ScreenId.OVERVIEW));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        until(() -> shows(robot, ScreenId.DRIFT));
    }

    @Test
    void thePaletteOpensTypesRunsAndCloses(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#palette-field").tryQuery().filter(Node::isFocused).isPresent());
        robot.write("Dri");
        robot.type(KeyCode.ENTER);
        until(() -> shows(robot, ScreenId.DRIFT));
        until(() -> robot.lookup("#palette").tryQuery().isEmpty());
    }

    @Test
    void theLookChosenIsRemembered(FxRobot robot) {
        robot.interact(() -> shell.toggleTheme());
        assertThat(new Look(workspace.settings()).theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void ctrlPlusMakesTheTextLarger(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        until(() -> look.scale().get() > 1.05);
    }

    @Test
    void aFailureIsShownAsACardWithACode(FxRobot robot) throws TimeoutException {
        shell.frame().errors().show(new IllegalStateException("the shelf fell"));
        until(() -> robot.lookup("#error-card").tryQuery().isPresent());
        assertThat(robot.lookup("#error-card").lookup(".pl-mono").queryLabeled().getText()).startsWith("PL-");
    }

    private static boolean shows(FxRobot robot, ScreenId id) {
        return robot.lookup("#screen-" + id.name()).tryQuery().isPresent();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** A screen that shows its name. */
    private static final class NamedScreen implements Screen {

        private final ScreenId id;
        private final StackPane root;

        NamedScreen(ScreenId id) {
            this.id = id;
            root = new StackPane(Words.title(id.title()));
            root.setId("screen-" + id.name());
            root.setFocusTraversable(true);
        }

        @Override
        public Node root() {
            return root;
        }

        @Override
        public void show(Place place) {
            root.setUserData(place);
        }

        @Override
        public Place place() {
            return Place.of(id);
        }

        @Override
        public void focusFirst() {
            root.requestFocus();
        }

        @Override
        public void close() {
            root.setUserData(null);
        }
    }
}
