package io.plumbline.ui.incidents;

import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.MitigationOption;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Step 4: what can be done now, best first, and what a filter would have done on the outputs that are stored. */
final class MitigateCard {

    private final Card card = Card.titled("4 Mitigate", "ranked by severity and breadth; the program acts on none of them itself");
    private final IncidentsViewModel model;

    MitigateCard(Investigation investigation, IncidentsViewModel model) {
        this.model = model;
        investigation.options().forEach(option -> card.with(line(option)));
        card.with(replay(investigation));
    }

    Card root() {
        return card;
    }

    private static Node line(MitigationOption option) {
        Label rank = Words.meta(Integer.toString(option.rank()));
        rank.setMinWidth(12);
        Label action = Words.strong(option.action().word());
        action.setMinWidth(180);
        Label leaves = Words.meta("leaves " + option.leaves());
        leaves.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, rank, action, Words.meta(option.reason()), gap, leaves);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node replay(Investigation investigation) {
        TextField literal = new TextField(investigation.slices().trigger().orElse(""));
        literal.setId("replay-text");
        literal.setPromptText("literal text");
        literal.setPrefWidth(180);
        literal.getStyleClass().add("pl-mono");
        Label result = Words.wrapped(Words.meta(investigation.replay().map(r -> r.sentence()).orElse(
            "Replays a filter on stored outputs: harm blocked against good answers lost.")));
        result.setId("replay-result");
        Button run = new Button("Replay filter", Icons.of("fth-filter"));
        run.setId("replay");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(e -> model.replay(literal.getText(), r -> result.setText(r.sentence())));
        HBox.setHgrow(result, Priority.ALWAYS);
        HBox line = new HBox(8, Words.meta("What if"), literal, run, result);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
