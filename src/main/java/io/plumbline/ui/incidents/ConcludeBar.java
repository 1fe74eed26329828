package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.StepConclusion;
import io.plumbline.incidents.evidence.BreadthVerdict;
import io.plumbline.incidents.evidence.CauseBranch;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.MitigationOption;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The foot of a step's card: what a person concluded from the evidence above, or the field to do so. */
final class ConcludeBar {

    private final VBox root = new VBox(6);
    private final ComboBox<String> verdict = new ComboBox<>();

    ConcludeBar(Incident incident, IncidentStep step, Investigation investigation, IncidentsViewModel model) {
        Optional<StepConclusion> concluded = incident.conclusion(step);
        concluded.ifPresent(c -> {
            HBox line = new HBox(6, Icons.sized("fth-check", 13), Words.strong("Concluded: " + c.verdict()),
                Words.meta((c.text().isEmpty() ? "" : c.text() + " · ") + c.by() + ", " + Figures.moment(c.at())));
            line.setAlignment(Pos.CENTER_LEFT);
            root.getChildren().add(line);
        });
        if (!incident.isOpen()) {
            return;
        }
        if (incident.state(step) == Incident.StepState.NOT_BEGUN) {
            root.getChildren().add(Words.meta("Can be concluded once step " + incident.currentStep().orElse(step).number() + " is."));
            return;
        }
        verdict.setId("verdict-" + step.number());
        verdict.setEditable(true);
        verdict.getItems().setAll(suggestions(step));
        verdict.setPrefWidth(220);
        verdict.setMinWidth(150);
        verdict.setPromptText(step == IncidentStep.ROOT_CAUSE ? "Name the cause" : step.question());
        proposal(step, investigation).filter(p -> concluded.isEmpty()).ifPresent(verdict::setValue);
        TextField text = new TextField();
        text.setId("reason-" + step.number());
        text.setPromptText("Why, in a sentence");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button note = new Button("Note only");
        note.setId("note-" + step.number());
        note.setOnAction(e -> model.note(step, text.getText()));
        note.setMinWidth(Region.USE_PREF_SIZE);
        Button conclude = new Button(concluded.isPresent() ? "Conclude anew" : "Conclude step " + step.number());
        conclude.setId("conclude-" + step.number());
        conclude.setMinWidth(Region.USE_PREF_SIZE);
        if (concluded.isEmpty()) {
            conclude.getStyleClass().add(Styles.ACCENT);
        }
        conclude.setOnAction(e -> model.conclude(step, verdict.getEditor().getText(), text.getText()));
        HBox fields = new HBox(8, verdict, text, note, conclude);
        fields.setAlignment(Pos.CENTER_LEFT);
        root.getChildren().add(fields);
    }

    Node root() {
        return root;
    }

    void focus() {
        verdict.requestFocus();
    }

    private static List<String> suggestions(IncidentStep step) {
        return switch (step) {
            case CONFIRM -> List.of("real", "monitoring error", "season", "input change", "not reproduced");
            case CHARACTERISE -> Arrays.stream(BreadthVerdict.Breadth.values()).map(BreadthVerdict.Breadth::word).toList();
            case ROOT_CAUSE -> Arrays.stream(CauseBranch.values()).map(CauseBranch::word).toList();
            case MITIGATE -> Arrays.stream(MitigationOption.Action.values()).map(MitigationOption.Action::word).toList();
            case REMEDIATE -> List.of("cause fixed, test and monitor in place", "cause accepted, test and monitor in place");
        };
    }

    /** What the evidence suggests where it does; a cause and an action are never suggested, a person names them. */
    private static Optional<String> proposal(IncidentStep step, Investigation investigation) {
        return step == IncidentStep.CHARACTERISE ? Optional.of(investigation.slices().breadth().breadth().word()) : Optional.empty();
    }
}
