package io.plumbline.ui.incidents;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.SafetyState;
import io.plumbline.incidents.evidence.CauseHypothesis;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Navigator;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Step 3: the four places a cause can lie in, with evidence for and against each. */
final class CauseCard {

    private final Card card;

    CauseCard(Investigation investigation, Navigator navigator) {
        Button triggers = new Button("Triggers", Icons.of("fth-zap"));
        triggers.setId("cause-triggers");
        triggers.getStyleClass().add(Styles.SMALL);
        triggers.setTooltip(new Tooltip("Search all prompts for texts that switch refusal off, and for users who get now this answer, now that"));
        triggers.setOnAction(e -> navigator.go(Place.of(ScreenId.DRIFT, "view", "triggers")));
        card = Card.titled("3 Root cause", "evidence for and against; a person names the cause", triggers);
        HBox boxes = new HBox(8);
        for (CauseHypothesis cause : investigation.causes()) {
            Node box = box(cause);
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.getChildren().add(box);
        }
        card.with(boxes);
    }

    Card root() {
        return card;
    }

    private static Node box(CauseHypothesis cause) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, Words.strong(cause.branch().word()), gap);
        if (cause.leaning() == CauseHypothesis.Leaning.LIKELY) {
            head.getChildren().add(Icons.of(SafetyState.WATCH, 13));
        }
        head.getChildren().add(Words.meta(cause.leaning().word()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(3, head);
        cause.supporting().forEach(s -> box.getChildren().add(line("fth-plus", "ok", s)));
        cause.opposing().forEach(s -> box.getChildren().add(line("fth-minus", "act", s)));
        cause.missing().forEach(s -> box.getChildren().add(line("fth-help-circle", "none", "not here: " + s)));
        box.getStyleClass().add("pl-evidence");
        if (cause.leaning() == CauseHypothesis.Leaning.LIKELY) {
            box.getStyleClass().add("likely");
        }
        box.setPrefWidth(200);
        return box;
    }

    private static Node line(String icon, String style, String text) {
        FontIcon mark = Icons.sized(icon, 13);
        mark.getStyleClass().add(style);
        Label words = Words.wrapped(Words.meta(text));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(6, mark, words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
