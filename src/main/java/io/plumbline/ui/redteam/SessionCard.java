package io.plumbline.ui.redteam;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.redteam.Focus;
import io.plumbline.redteam.RedTeamSession;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** What is tested, what for, and the watch. */
final class SessionCard {

    private final RedTeamViewModel model;
    private final ComboBox<EvaluationRun> candidate = new ComboBox<>();
    private final Segments focus = new Segments(Arrays.stream(Focus.values()).map(Focus::title).toList(), index -> { });
    private final TextField domain = new TextField();
    private final Label time = Words.figure("00:00");
    private final Label state = Words.meta("");
    private final Button start = new Button("Start session");
    private final Button pause = new Button("Pause");
    private final Button end = new Button("End session");
    private final Card root;
    private boolean showing;

    SessionCard(RedTeamViewModel model, Subscriptions subscriptions) {
        this.model = model;
        candidate.setId("redteam-candidate");
        candidate.setMaxWidth(Double.MAX_VALUE);
        candidate.setConverter(new StringConverter<>() {
            @Override
            public String toString(EvaluationRun run) {
                return run == null ? "" : run.displayName() + " (" + run.file() + ")";
            }

            @Override
            public EvaluationRun fromString(String name) {
                throw new UnsupportedOperationException("runs are chosen, not typed");
            }
        });
        candidate.valueProperty().addListener((value, was, is) -> {
            if (is != null && !showing) {
                model.choose(is.id());
            }
        });
        domain.setId("redteam-domain");
        domain.setPromptText("Domain of the fine-tune, e.g. tax advice");
        focus.choose(0);
        start.setId("redteam-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.setOnAction(e -> model.start(focus(), domain.getText()));
        pause.setId("redteam-pause");
        pause.setOnAction(e -> {
            model.pauseOrResume();
            tick();
        });
        end.setId("redteam-end");
        end.setOnAction(e -> model.end());
        HBox buttons = new HBox(8, start, pause, end);
        root = Card.titled("Session", "").with(Words.small("Candidate"), candidate, Words.small("What for"), focus, Words.small("Domain"), domain,
            time, state, buttons);
        subscriptions.listen(model.reading(), (value, was, is) -> show(is));
        show(model.reading().get());
    }

    Node node() {
        return root;
    }

    void focusStart() {
        (domain.getText().isBlank() ? domain : start).requestFocus();
    }

    Focus focus() {
        return Focus.values()[Math.max(0, focus.chosen())];
    }

    String domain() {
        return domain.getText();
    }

    void choose(Focus wanted) {
        focus.choose(wanted.ordinal());
    }

    /** Shows the watch anew. */
    void tick() {
        Duration elapsed = model.elapsed();
        time.setText(String.format(Locale.ROOT, "%02d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart()));
        pause.setText(model.isRunning() ? "Pause" : "Resume");
    }

    private void show(RedTeamReading reading) {
        showing = true;
        candidate.getItems().setAll(reading.runs());
        candidate.setValue(reading.chosen().orElse(null));
        showing = false;
        Optional<RedTeamSession> open = reading.open();
        open.ifPresent(session -> {
            focus.choose(session.focus().ordinal());
            domain.setText(session.domain());
        });
        focus.setDisable(open.isPresent());
        domain.setDisable(open.isPresent());
        candidate.setDisable(open.isPresent());
        start.setDisable(open.isPresent() || reading.chosen().isEmpty());
        pause.setDisable(open.isEmpty());
        end.setDisable(open.isEmpty());
        state.setText(open.map(session -> session.attempts().size() + " tried, " + session.failures() + " failed, by " + session.tester())
            .orElse("No session is open."));
        tick();
    }
}
