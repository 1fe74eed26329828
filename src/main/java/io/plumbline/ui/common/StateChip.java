package io.plumbline.ui.common;

import io.plumbline.domain.SafetyState;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A state as word, icon and colour together. The word is one of the four, never another; "Not enough evidence" is hatched. */
public final class StateChip extends HBox {

    private final Label word = new Label();

    public StateChip(SafetyState state) {
        getStyleClass().add("pl-chip");
        word.setMinWidth(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        setMinWidth(Region.USE_PREF_SIZE);
        show(state);
    }

    public void show(SafetyState state) {
        getStyleClass().removeAll("ok", "watch", "act", "none");
        getStyleClass().add(Icons.styleOf(state));
        word.setText(state.word());
        getChildren().setAll(Icons.of(state, 13), word);
        setAccessibleText("State: " + state.word());
    }
}
