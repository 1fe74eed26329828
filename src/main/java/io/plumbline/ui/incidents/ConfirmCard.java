package io.plumbline.ui.incidents;

import io.plumbline.incidents.evidence.ComputedEvidence;
import io.plumbline.incidents.evidence.EvidenceResult;
import io.plumbline.incidents.evidence.Figure;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Step 1: the four tests that stand between a number and an incident, each computed from the log. */
final class ConfirmCard {

    private final Card card;

    ConfirmCard(Investigation investigation, Frame frame) {
        Hyperlink why = new Hyperlink("Evidence");
        why.setOnAction(e -> frame.dialogs().explain("The numbers behind step 1",
            investigation.confirm().stream().map(ConfirmCard::numbers).collect(Collectors.joining("\n\n"))));
        card = Card.titled("1 Confirm", "computed from " + investigation.comparison().baseline().label() + " and "
            + investigation.comparison().window().label(), why);
        HBox boxes = new HBox(8);
        for (ComputedEvidence evidence : investigation.confirm()) {
            Node box = box(evidence);
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.getChildren().add(box);
        }
        card.with(boxes);
    }

    Card root() {
        return card;
    }

    private static Node box(ComputedEvidence evidence) {
        HBox head = new HBox(6, icon(evidence.result()), Words.strong(evidence.title()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(2, head, Words.body(evidence.result().word()), Words.wrapped(Words.meta(evidence.sentence())));
        box.getStyleClass().add("pl-evidence");
        box.setPrefWidth(200);
        box.setAccessibleText(evidence.title() + ": " + evidence.result().word() + ". " + evidence.sentence());
        return box;
    }

    private static FontIcon icon(EvidenceResult result) {
        FontIcon icon = Icons.sized(switch (result) {
            case RULED_OUT, NOT_APPLICABLE -> "fth-x-circle";
            case CONFIRMED -> "fth-check-circle";
            case NOT_RULED_OUT, NOT_CONFIRMED -> "fth-alert-triangle";
            case NOT_ENOUGH_EVIDENCE -> "fth-help-circle";
        }, 14);
        if (result == EvidenceResult.CONFIRMED) {
            icon.getStyleClass().add("ok");
        } else if (result == EvidenceResult.NOT_RULED_OUT || result == EvidenceResult.NOT_CONFIRMED) {
            icon.getStyleClass().add("watch");
        }
        return icon;
    }

    private static String numbers(ComputedEvidence evidence) {
        return evidence.title() + ": " + evidence.result().word() + "\n" + evidence.figures().stream().map(ConfirmCard::line)
            .collect(Collectors.joining("\n"));
    }

    private static String line(Figure figure) {
        return "  " + figure.name() + ": " + figure.value() + (figure.spread().isEmpty() ? "" : " (95% CI " + figure.spread() + ")")
            + ", n " + Shown.count(figure.n()) + ", " + figure.window();
    }
}
