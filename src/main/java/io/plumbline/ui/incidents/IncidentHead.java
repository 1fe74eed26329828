package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.DecisionClock;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.evidence.ChangePoint;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.time.Duration;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Head of an incident: what it is called, how bad it is and why, how long there is to decide, and the report. */
final class IncidentHead implements AutoCloseable {

    private final IncidentsViewModel model;
    private final Frame frame;
    private final HBox root = new HBox(10);
    private final VBox words = new VBox(3);
    private final VBox clockBox = new VBox();
    private final Label left = Words.strong("");
    private final Timeline minute = new Timeline(new KeyFrame(javafx.util.Duration.seconds(60), e -> tick()));
    private Optional<DecisionClock> clock = Optional.empty();

    IncidentHead(IncidentsViewModel model, Frame frame, ReportActions reports) {
        this.model = model;
        this.frame = frame;
        HBox.setHgrow(words, Priority.ALWAYS);
        clockBox.getStyleClass().add("pl-decision-clock");
        clockBox.setMaxHeight(Region.USE_PREF_SIZE);
        left.getStyleClass().addAll("pl-act-text", "pl-card-title");
        Button all = new Button("All incidents", Icons.of("fth-list"));
        all.setOnAction(e -> model.list());
        all.setMinWidth(Region.USE_PREF_SIZE);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().addAll(words, clockBox, all, reports.root());
        minute.setCycleCount(Animation.INDEFINITE);
        minute.play();
    }

    Node root() {
        return root;
    }

    void show(IncidentsPage.One one) {
        Incident incident = one.incident();
        Label id = Words.meta(incident.id());
        id.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(8, id, Words.title(incident.title()));
        title.setAlignment(Pos.BASELINE_LEFT);
        Hyperlink change = new Hyperlink("Change");
        change.setId("change-severity");
        change.setOnAction(e -> askForSeverity(incident));
        change.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, SeverityMark.of(incident.severity().severity(), "Severity " + incident.severity().severity().word()),
            change, Words.meta(incident.severity().reason()));
        line.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().setAll(title, line, Words.meta(story(one)));
        one.investigation().filter(i -> incident.isOpen() && i.severity().severity() != incident.severity().severity())
            .ifPresent(i -> words.getChildren().add(Words.meta("By the rules: " + i.severity().severity().word() + ", " + i.severity().reason())));
        clock = model.clockOf(incident);
        clockBox.setVisible(clock.isPresent());
        clockBox.setManaged(clock.isPresent());
        clock.ifPresent(c -> {
            Label demand = Words.small("Decision due: " + c.demand());
            demand.getStyleClass().add("pl-act-text");
            clockBox.getChildren().setAll(demand, left);
        });
        tick();
    }

    @Override
    public void close() {
        minute.stop();
    }

    private void tick() {
        clock.ifPresent(c -> {
            Duration remaining = c.left(model.now());
            left.setText(remaining.isNegative() ? "overdue by " + Shown.duration(remaining.negated().toMinutes())
                : Shown.duration(remaining.toMinutes()));
        });
    }

    private String story(IncidentsPage.One one) {
        Incident incident = one.incident();
        String started = one.investigation().flatMap(Investigation::start).map(ChangePoint::interval).map(i -> "started " + i + ", ").orElse("");
        String standing = incident.closure().map(c -> "closed " + Figures.moment(c.at()) + " by " + c.by())
            .orElseGet(() -> "open " + Shown.duration(Math.max(0, Duration.between(incident.opened(), model.now()).toMinutes())));
        return started + "detected " + Figures.moment(incident.detected()) + ", " + standing + ", opened by " + incident.openedBy();
    }

    private void askForSeverity(Incident incident) {
        ComboBox<Severity> severity = OpeningForm.severities(incident.severity().severity());
        severity.setId("new-severity");
        TextField reason = new TextField();
        reason.setId("new-severity-reason");
        reason.setPromptText("Because …");
        Button set = new Button("Set severity");
        set.getStyleClass().add(Styles.ACCENT);
        set.setOnAction(e -> {
            frame.dialogs().close();
            model.setSeverity(severity.getValue(), reason.getText());
        });
        VBox dialog = new VBox(10, Words.title("Severity of " + incident.id()), severity, reason, new HBox(set));
        dialog.getStyleClass().add("pl-dialog");
        dialog.setPadding(new Insets(16, 20, 16, 20));
        dialog.setMaxSize(480, Region.USE_PREF_SIZE);
        frame.dialogs().show(dialog, () -> { });
    }
}
