package io.plumbline.ui.shell;

import atlantafx.base.theme.Styles;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import java.time.Clock;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bottom row: how fresh the data are, the canaries kept out, what is running and can be cancelled, who is at work. */
final class StatusBar extends HBox {

    /** Shorter tasks come and go unseen. */
    private static final javafx.util.Duration UNSEEN = javafx.util.Duration.millis(300);

    private final Clock clock;
    private final Label fresh = new Label();
    private final Label canaries = new Label();
    private final HBox canaryBox = part("fth-feather", canaries);
    private final Label actor = new Label();
    private final Label encrypted = new Label("Database not encrypted");
    private final HBox task = new HBox();
    private final ObservableList<RunningTask> running;
    private final ChangeListener<RunningTask.Step> stepListener = (value, was, is) -> showStep(is);
    private final Label taskText = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final PauseTransition patience = new PauseTransition(UNSEEN);
    private RunningTask shown;

    StatusBar(ObservableList<RunningTask> running, Clock clock) {
        this.running = running;
        this.clock = clock;
        getStyleClass().add("pl-status");
        setId("status");
        task.getStyleClass().add("pl-task");
        bar.getStyleClass().add(Styles.SMALL);
        bar.setPrefWidth(140);
        bar.setMinWidth(60);
        actor.setMinWidth(Region.USE_PREF_SIZE);
        encrypted.setMinWidth(Region.USE_PREF_SIZE);
        encrypted.setTooltip(new Tooltip("Runs, log records and the journal lie in the workspace folder as they are. Whoever can read that "
            + "folder can read them.\nUser identifiers are stored only as keyed hashes. Put the workspace on an encrypted disk to protect the rest."));
        fresh.setMinWidth(120);
        canaries.setMinWidth(60);
        taskText.setMinWidth(120);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(part("fth-clock", fresh), canaryBox, space, task, part("fth-unlock", encrypted),
            part("fth-user", actor));
        running.addListener((ListChangeListener<RunningTask>) change -> taskChanged());
        patience.setOnFinished(e -> showTask());
        showIdle();
    }

    void show(ShellStatus status) {
        fresh.setText(status.lastRecord().map(last -> "Last record " + Figures.moment(last) + ", "
            + Figures.duration(Duration.between(last, clock.instant())) + " ago").orElse("No log yet"));
        canaries.setText(Figures.count(status.canariesKeptOut()) + " canary records kept out of every number");
        canaryBox.setVisible(status.canariesKeptOut() > 0);
        actor.setText(status.actor());
    }

    private void taskChanged() {
        if (shown != null && running.contains(shown)) {
            return;
        }
        patience.stop();
        if (running.isEmpty()) {
            showIdle();
        } else {
            patience.playFromStart();
        }
    }

    private void showTask() {
        if (running.isEmpty()) {
            showIdle();
            return;
        }
        forget();
        shown = running.get(0);
        shown.step().addListener(stepListener);
        Button cancel = new Button(null, Icons.sized("fth-x", 13));
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        cancel.setId("cancel-task");
        RunningTask cancelled = shown;
        cancel.setAccessibleText("Cancel " + cancelled.title());
        cancel.setOnAction(e -> cancelled.cancel());
        task.setAlignment(Pos.CENTER_LEFT);
        task.getChildren().setAll(Icons.sized("fth-loader", 13), new Label(cancelled.title()), bar, taskText, cancel);
        showStep(shown.step().get());
    }

    private void showStep(RunningTask.Step step) {
        bar.setProgress(step.share());
        taskText.setText(step.words());
    }

    private void showIdle() {
        forget();
        task.getChildren().setAll(Icons.sized("fth-check", 13), new Label("No task running"));
    }

    private void forget() {
        if (shown != null) {
            shown.step().removeListener(stepListener);
            shown = null;
        }
    }

    private static HBox part(String icon, Label label) {
        return new HBox(Icons.sized(icon, 13), label);
    }
}
