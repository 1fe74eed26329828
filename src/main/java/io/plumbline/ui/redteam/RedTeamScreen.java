package io.plumbline.ui.redteam;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Progress;
import io.plumbline.redteam.Attempt;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.Focus;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges.Change;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.io.File;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/** Red-team sessions on one candidate (R85–R88): a timer, what was tried turn by turn, what held, and what may be said of it. */
public final class RedTeamScreen implements Screen {

    private final RedTeamViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final SessionCard session;
    private final AttemptCard attempt;
    private final ScreenHead head;
    private final VBox root = new VBox();

    /** @param logs reads the log of a red-team tool */
    public RedTeamScreen(Workspace workspace, InstantSource clock, Frame frame, BiFunction<Path, Progress, List<Attempt>> logs) {
        model = new RedTeamViewModel(workspace, clock, frame.tasks(), frame.errors(), logs);
        Button back = new Button("Sign-off", Icons.of("fth-check-square"));
        back.setOnAction(e -> frame.navigator().go(Place.of(ScreenId.SIGN_OFF)));
        Button log = new Button("Import a log…", Icons.of("fth-upload"));
        log.setId("redteam-import");
        log.setOnAction(e -> chooseLog());
        head = new ScreenHead("Red team", log, back);
        session = new SessionCard(model, subscriptions);
        attempt = new AttemptCard(model, subscriptions);
        VBox left = new VBox(12, session.node(), attempt.node());
        VBox.setVgrow(attempt.node(), Priority.ALWAYS);
        SplitPane body = new SplitPane(left, new FindingsCard(model, subscriptions).node());
        body.setDividerPositions(0.5);
        body.getStyleClass().add("pl-split");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getStyleClass().add("pl-screen");
        root.setId("red-team-screen");
        root.getChildren().addAll(head, body);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> session.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        subscriptions.add(seconds::stop);
        subscriptions.listen(model.reading(), (value, was, is) -> head.say(finding(is)));
        subscriptions.add(workspace.changes().subscribe(change -> {
            if (change == Change.IMPORTS) {
                Platform.runLater(model::reload);
            }
        }));
        model.reload();
    }

    private static String finding(RedTeamReading reading) {
        if (reading.chosen().isEmpty()) {
            return "No evaluation run is in the workspace yet; import the candidate's first.";
        }
        long tried = reading.sessions().stream().mapToLong(one -> one.attempts().size()).sum();
        long failed = reading.sessions().stream().mapToLong(one -> one.failures()).sum();
        return reading.minutes() + " of " + reading.needed() + " minutes in the domain; " + tried + " tried, " + failed + " failed";
    }

    private void chooseLog() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import the log of a red-team tool");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Logs", "*.json", "*.jsonl"),
            new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            model.importLog(file.toPath(), session.focus(), session.domain());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int outcome = switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> 0;
            case DIGIT2, NUMPAD2 -> 1;
            case DIGIT3, NUMPAD3 -> 2;
            default -> -1;
        };
        if (outcome >= 0) {
            attempt.judge(AttemptOutcome.values()[outcome]);
            event.consume();
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        Map<String, String> wanted = place.arguments();
        if (wanted.containsKey("run")) {
            model.choose(wanted.get("run"));
        }
        for (Focus focus : Focus.values()) {
            if (focus.name().equals(wanted.get("focus"))) {
                session.choose(focus);
            }
        }
    }

    @Override
    public Place place() {
        Map<String, String> arguments = new LinkedHashMap<>();
        model.reading().get().chosen().map(EvaluationRun::id).ifPresent(id -> arguments.put("run", id));
        arguments.put("focus", session.focus().name());
        return new Place(ScreenId.RED_TEAM, arguments);
    }

    @Override
    public void focusFirst() {
        if (model.reading().get().open().isPresent()) {
            attempt.focus();
        } else {
            session.focusStart();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
