package io.plumbline.ui.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Policy;
import io.plumbline.monitoring.FakeDecisions;
import io.plumbline.monitoring.FakeProductionLog;
import io.plumbline.monitoring.SimulatedTraffic;
import io.plumbline.store.Decisions;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.Imports;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.Settings;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.MemoryWorkspace;
import io.plumbline.ui.charts.ChartPane;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.common.SameThreadTaskRunner;
import io.plumbline.ui.shell.CommandRegistry;
import io.plumbline.ui.shell.Dialogs;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Navigator;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** What a person comes for: see the change, zoom to it, brush the days after it, and read the records behind them. */
@ExtendWith(ApplicationExtension.class)
class DriftScreenTest {

    private final FakeDecisions decisions = new FakeDecisions();
    private final RecordingNavigator navigator = new RecordingNavigator();
    private DriftScreen screen;

    @Start
    void open(Stage stage) {
        Fonts.load();
        Workspace workspace = new LogWorkspace(DriftLog.withAStep(), decisions);
        Look look = new Look(workspace.settings());
        Frame frame = new Frame(navigator, new SameThreadTaskRunner(), failure -> {
            throw new AssertionError(failure);
        }, new NoDialogs(), new CommandRegistry(), look);
        screen = new DriftScreen(workspace, frame);
        Scene scene = new Scene((javafx.scene.Parent) screen.root(), 1400, 900);
        look.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.focusFirst();
    }

    @Stop
    void close() {
        screen.close();
    }

    @Test
    void zoomBrushAndReadTheRecordsBehind(FxRobot robot) throws TimeoutException {
        ChartPane charts = robot.lookup("#drift-charts").queryAs(ChartPane.class);
        until(() -> charts.getWidth() > 100 && !charts.stack().isEmpty());

        double before = span(charts);
        wheelForward(robot, charts, before);
        until(() -> span(charts) < before);
        until(charts::canGoBack);

        robot.moveTo(at(charts, DriftLog.STEP, 200)).press(KeyCode.SHIFT).press(MouseButton.PRIMARY)
            .moveTo(at(charts, DriftLog.STEP + 5, 200)).release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        until(() -> robot.lookup("#drift-records").queryAs(Button.class).isVisible());
        assertThat(robot.lookup("#drift-records").queryAs(Button.class).getText()).contains(String.valueOf(6 * 155));

        robot.clickOn("#drift-records");
        until(() -> robot.lookup("Reveal").tryQuery().isPresent());
        assertThat(robot.lookup((Node n) -> n instanceof javafx.scene.text.Text words && words.getText().contains("please explain")).tryQuery())
            .as("a prompt is not in the scene before it is revealed").isEmpty();

        robot.clickOn(robot.lookup("Reveal").queryAll().iterator().next());
        until(() -> robot.lookup((Node n) -> n instanceof javafx.scene.text.Text words && words.getText().contains("please explain"))
            .tryQuery().isPresent());
        assertThat(decisions.ofKinds(DecisionKinds.TEXT_REVEALED)).hasSize(1);

        robot.clickOn("#drift-incident");
        until(() -> navigator.last != null);
        assertThat(navigator.last.screen()).isEqualTo(ScreenId.INCIDENTS);
        assertThat(navigator.last.arguments()).containsEntry("from", SimulatedTraffic.day(DriftLog.STEP).toString())
            .containsEntry("to", SimulatedTraffic.day(DriftLog.STEP + 5).toString());
    }

    @Test
    void theKeyboardAloneZoomsBrushesAndGoesBack(FxRobot robot) throws TimeoutException {
        ChartPane charts = robot.lookup("#drift-charts").queryAs(ChartPane.class);
        until(() -> charts.getWidth() > 100 && !charts.stack().isEmpty());
        robot.interact(charts::requestFocus);
        double before = span(charts);

        robot.type(KeyCode.EQUALS);
        until(() -> span(charts) < before);
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, 3).release(KeyCode.SHIFT);
        until(() -> charts.brush().get().isPresent());
        robot.type(KeyCode.DIGIT0);
        until(() -> span(charts) == before);
        robot.interact(charts::back);
        until(() -> span(charts) < before);
    }

    /** The headless robot turns the wheel the other way than a display does. */
    private static void wheelForward(FxRobot robot, ChartPane charts, double before) {
        robot.moveTo(at(charts, DriftLog.STEP, 200)).scroll(3, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        if (span(charts) >= before) {
            robot.scroll(3, VerticalDirection.DOWN);
        }
    }

    private static double span(ChartPane charts) {
        return charts.view().get().to() - charts.view().get().from();
    }

    private static Point2D at(ChartPane charts, int day, double y) {
        return charts.localToScreen(charts.timeScale().x(SimulatedTraffic.day(day).toEpochDay() + 0.5), y);
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.getAsBoolean();
        });
    }

    private static final class RecordingNavigator implements Navigator {
        private volatile Place last;

        @Override
        public void go(Place place) {
            last = place;
        }

        @Override
        public void back() {
            throw new AssertionError("not asked for");
        }

        @Override
        public void forward() {
            throw new AssertionError("not asked for");
        }
    }

    private static final class NoDialogs implements Dialogs {
        @Override
        public void show(Node dialog, Runnable dismissed) {
            throw new AssertionError("no dialog expected");
        }

        @Override
        public void close() {
            throw new AssertionError("no dialog expected");
        }

        @Override
        public void confirm(String question, String consequence, String act, Runnable action) {
            throw new AssertionError("no question expected");
        }

        @Override
        public void explain(String title, String note) {
            throw new AssertionError("no note expected");
        }
    }

    /** An empty workspace but for its log and decisions. */
    private record LogWorkspace(FakeProductionLog log, Decisions decisions, MemoryWorkspace rest) implements Workspace {

        LogWorkspace(FakeProductionLog log, Decisions decisions) {
            this(log, decisions, new MemoryWorkspace());
        }

        @Override
        public Path directory() {
            return rest.directory();
        }

        @Override
        public EvaluationRuns runs() {
            return rest.runs();
        }

        @Override
        public Imports imports() {
            return rest.imports();
        }

        @Override
        public Settings settings() {
            return rest.settings();
        }

        @Override
        public WorkspaceChanges changes() {
            return rest.changes();
        }

        @Override
        public Policy policy() {
            return new PolicyReader().defaults();
        }

        @Override
        public String actor() {
            return "Reviewer A";
        }

        @Override
        public void actAs(String name) {
            throw new AssertionError("nobody takes the seat here");
        }

        @Override
        public void close() {
            rest.close();
        }
    }
}
