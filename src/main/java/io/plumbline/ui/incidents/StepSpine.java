package io.plumbline.ui.incidents;

import io.plumbline.domain.SafetyState;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The five steps side by side: done, in work, not begun. Choosing one scrolls to its card and hides none of the others. */
final class StepSpine {

    private final HBox root = new HBox();

    StepSpine(Incident incident, IncidentStep selected, Consumer<IncidentStep> choose) {
        root.getStyleClass().add("pl-spine");
        root.setMinHeight(Region.USE_PREF_SIZE);
        for (IncidentStep step : IncidentStep.values()) {
            Node cell = cell(incident, step, step == selected, choose);
            HBox.setHgrow(cell, Priority.ALWAYS);
            root.getChildren().add(cell);
        }
    }

    Node root() {
        return root;
    }

    private static Node cell(Incident incident, IncidentStep step, boolean selected, Consumer<IncidentStep> choose) {
        Incident.StepState state = incident.state(step);
        StackPane mark = new StackPane(state == Incident.StepState.CONCLUDED ? Icons.sized("fth-check", 13)
            : Words.strong(Integer.toString(step.number())));
        mark.getStyleClass().addAll("pl-spine-mark", state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, mark, Words.cardTitle(step.word()), gap);
        if (state == Incident.StepState.CURRENT) {
            head.getChildren().add(Icons.of(SafetyState.WATCH, 14));
        }
        head.setAlignment(Pos.CENTER_LEFT);
        Label verdict = Words.body(incident.conclusion(step).map(c -> c.verdict())
            .orElse(state == Incident.StepState.CURRENT ? step.question() : state.word()));
        Label who = Words.meta(incident.conclusion(step).map(c -> Figures.moment(c.at()) + ", " + c.by())
            .orElse(state == Incident.StepState.CURRENT ? "in work" : ""));
        VBox cell = new VBox(3, head, verdict, who);
        cell.getStyleClass().add("pl-spine-cell");
        if (selected) {
            cell.getStyleClass().add("selected");
        }
        cell.setId("spine-" + step.number());
        cell.setPrefWidth(180);
        cell.setMinWidth(100);
        cell.setFocusTraversable(true);
        cell.setAccessibleText("Step " + step.number() + ", " + step.word() + ": " + state.word() + ". " + verdict.getText());
        cell.setOnMouseClicked(e -> choose.accept(step));
        cell.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                choose.accept(step);
                e.consume();
            }
        });
        return cell;
    }
}
