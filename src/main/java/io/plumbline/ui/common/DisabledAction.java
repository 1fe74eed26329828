package io.plumbline.ui.common;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * An action that may not be done now: drawn with a dashed edge, and the reason as a sentence directly above it. It can be focused, so
 * that a screen reader reads the reason too.
 */
public final class DisabledAction extends VBox {

    public DisabledAction(String action, String reason) {
        super(6);
        Label why = Words.wrapped(Words.meta(reason));
        HBox reasonLine = new HBox(6, Icons.sized("fth-info", 13), why);
        reasonLine.setAlignment(Pos.TOP_LEFT);
        HBox box = new HBox(new Label(action));
        box.getStyleClass().add("pl-action-off");
        box.setFocusTraversable(true);
        box.setAccessibleText(action + ", not available");
        box.setAccessibleHelp(reason);
        Tooltip.install(box, new Tooltip(reason));
        getChildren().addAll(reasonLine, box);
    }
}
