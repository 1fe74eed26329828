package io.plumbline.ui.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.monitoring.AnomalyReport;
import io.plumbline.monitoring.FakeDecisions;
import io.plumbline.monitoring.SamplingReport;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.monitoring.TopicReport;
import io.plumbline.monitoring.TriggerReport;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.ui.common.Fonts;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.common.SameThreadTaskRunner;
import io.plumbline.ui.shell.CommandRegistry;
import io.plumbline.ui.shell.Dialogs;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Navigator;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
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

/** What a person comes for beside the charts: the trigger, the user who probes, the unusual records, and how much to read. */
@ExtendWith(ApplicationExtension.class)
class DriftViewsTest {

    private final FakeDecisions decisions = new FakeDecisions();
    private final PatternsLog workspace = PatternsLog.planted(decisions);
    private final StackPane above = new StackPane();
    private volatile Place gone;
    private DriftViews screen;

    @Start
    void open(Stage stage) {
        Fonts.load();
        Look look = new Look(workspace.settings());
        Frame frame = new Frame(new Navigator() {
            @Override
            public void go(Place place) {
                gone = place;
            }

            @Override
            public void back() {
                throw new AssertionError("not asked for");
            }

            @Override
            public void forward() {
                throw new AssertionError("not asked for");
            }
        }, new SameThreadTaskRunner(), failure -> {
            throw new AssertionError(failure);
        }, new DialogsAbove(), new CommandRegistry(), look);
        screen = new DriftViews(workspace, frame);
        Scene scene = new Scene(new StackPane((Parent) screen.root(), above), 1400, 900);
        above.setPickOnBounds(false);
        look.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void close() {
        screen.close();
    }

    @Test
    void triggerIsFoundWatchedAndTakenToAnIncident(FxRobot robot) throws TimeoutException {
        robot.clickOn("Triggers");
        TableView<TriggerReport.Candidate> candidates = robot.lookup("#trigger-candidates").queryTableView();
        until(() -> candidates.getItems().size() == 1);
        assertThat(candidates.getItems().get(0).found().text()).isEqualTo("|deploy-mode|");

        robot.clickOn("Watch");
        TableView<WatchEntry> watched = robot.lookup("#watch-list").queryTableView();
        until(() -> watched.getItems().size() == 1);
        robot.clickOn("#watch-text").write("topic 7").type(KeyCode.ENTER);
        until(() -> watched.getItems().size() == 2);
        assertThat(decisions.ofKinds(DecisionKinds.WATCH_ADDED)).hasSize(2);

        robot.clickOn("Read prompts");
        until(() -> robot.lookup("#inconsistent-prompts").tryQuery().isPresent());
        assertThat(decisions.ofKinds(DecisionKinds.TEXT_REVEALED)).hasSize(1);
        robot.clickOn("#inconsistent-close");
        until(() -> robot.lookup("#inconsistent-prompts").tryQuery().isEmpty());

        robot.clickOn("Open incident");
        until(() -> gone != null);
        assertThat(gone.screen()).isEqualTo(ScreenId.INCIDENTS);
        assertThat(gone.arguments()).containsEntry("open", "new");
        assertThat(screen.place().arguments()).containsEntry("view", "triggers");
    }

    @Test
    void anomaliesAreSoughtOnRequestAndWaitInTriage(FxRobot robot) throws TimeoutException {
        robot.clickOn("Anomalies");
        until(() -> robot.lookup("Find anomalies").tryQuery().isPresent());
        robot.clickOn("#anomalies-search");
        TableView<AnomalyReport.Anomaly> records = robot.lookup("#anomalies-records").queryTableView();
        until(() -> !records.getItems().isEmpty());

        assertThat(robot.lookup("#anomalies-check").queryAs(Label.class).getText()).contains("Held back").contains("0.100%");
        assertThat(new SavedAnomalies(workspace.settings()).withFlagged(workspace.log())).isNotEmpty();
        robot.clickOn(robot.lookup("#anomalies-records").lookup("Triage").queryAll().iterator().next());
        until(() -> gone != null);
        assertThat(gone).isEqualTo(Place.of(ScreenId.TRIAGE, "record", records.getItems().get(0).key()));
    }

    @Test
    void topicsAreThoseOfTheLogUntilAModelIsAskedFor(FxRobot robot) throws TimeoutException {
        robot.clickOn("Topics");
        TableView<TopicReport.Row> topics = robot.lookup("#topics").queryTableView();
        until(() -> !topics.getItems().isEmpty());
        assertThat(robot.lookup("#topics-basis").queryAs(Label.class).getText()).startsWith("By the log's own topics");

        robot.clickOn("#topics-learn");
        until(() -> robot.lookup("#topics-basis").queryAs(Label.class).getText().startsWith("By topics of the model"));
        assertThat(topics.getItems()).extracting(TopicReport.Row::name).anyMatch(name -> name.startsWith("T01"));
    }

    @Test
    void samplingViewShowsTheWeightedRateAndPlansByTheKeyboard(FxRobot robot) throws TimeoutException {
        robot.clickOn("Sampling");
        TableView<SamplingReport.Estimate> estimates = robot.lookup("#sampling-estimates").queryTableView();
        until(() -> !estimates.getItems().isEmpty());
        SamplingReport.Estimate all = estimates.getItems().get(0);
        assertThat(all.naive()).isGreaterThan(all.rate().rate() + 0.1);

        Slider change = robot.lookup("#plan-change").queryAs(Slider.class);
        String before = robot.lookup("#plan-needed").queryAs(Label.class).getText();
        robot.interact(change::requestFocus);
        robot.type(KeyCode.RIGHT, 10);
        until(() -> change.getValue() > 14);
        assertThat(robot.lookup("#plan-needed").queryAs(Label.class).getText()).isNotEqualTo(before).contains("15.0%").contains("records");
    }

    private static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class DialogsAbove implements Dialogs {
        @Override
        public void show(Node dialog, Runnable dismissed) {
            above.getChildren().setAll(dialog);
        }

        @Override
        public void close() {
            above.getChildren().clear();
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
}
