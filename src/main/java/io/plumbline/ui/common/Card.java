package io.plumbline.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card: what belongs together, on one surface, with at most one line of head. */
public final class Card extends VBox {

    private Card(Node... content) {
        super(content);
        getStyleClass().add("pl-card");
    }

    public static Card of(Node... content) {
        return new Card(content);
    }

    /** A card with a title, a muted remark beside it (may be empty) and anything at the right end of the head. */
    public static Card titled(String title, String remark, Node... atTheEnd) {
        HBox head = new HBox(Words.cardTitle(title));
        if (!remark.isEmpty()) {
            head.getChildren().add(Words.meta(remark));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().add(gap);
        head.getChildren().addAll(atTheEnd);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pl-card-head");
        return new Card(head);
    }

    /** No padding: for tables that reach the edges. */
    public Card flush() {
        getStyleClass().add("flush");
        return this;
    }

    public Card with(Node... more) {
        getChildren().addAll(more);
        return this;
    }
}
