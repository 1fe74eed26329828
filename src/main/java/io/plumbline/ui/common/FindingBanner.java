package io.plumbline.ui.common;

import io.plumbline.domain.SafetyState;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One sentence that says what is wrong, one line of context, and at most two buttons; the last one shows why. */
public final class FindingBanner extends HBox {

    public FindingBanner(SafetyState state, String sentence, String context, Node... buttons) {
        String style = Icons.styleOf(state);
        getStyleClass().addAll("pl-banner", style);
        Region edge = new Region();
        edge.getStyleClass().add("edge");
        StackPane icon = new StackPane(Icons.of(state, 20));
        icon.getStyleClass().addAll("pl-icon-tile", style);
        Label what = Words.wrapped(Words.title(sentence));
        Label more = Words.wrapped(Words.body(context));
        more.getStyleClass().add("pl-muted");
        VBox words = new VBox(4, what, more);
        words.setPadding(new Insets(12, 0, 12, 0));
        words.setFillWidth(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox actions = new HBox(14, buttons);
        actions.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setMargin(actions, new Insets(0, 16, 0, 0));
        getChildren().addAll(edge, icon, words, actions);
        setAccessibleText(state.word() + ": " + sentence + " " + context);
    }
}
