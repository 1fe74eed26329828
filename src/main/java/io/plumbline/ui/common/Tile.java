package io.plumbline.ui.common;

import io.plumbline.domain.SafetyState;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One number that matters: its name and state, the figure, the change with its comparator, a note, and where it came from as a line. */
public final class Tile extends VBox {

    /** A tile too narrow for figure and line side by side keeps the figure. */
    private static final double ROOM_FOR_THE_PICTURE = 104;

    /** @param relative the change and its comparator, may be empty; @param note one small line, may be empty */
    public Tile(String name, SafetyState state, String figure, String relative, String note, Node picture) {
        getStyleClass().addAll("pl-card", "pl-tile");
        Label title = Words.meta(name);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, title, gap, new StateChip(state));
        head.setAlignment(Pos.CENTER_LEFT);
        Label big = Words.figure(figure);
        big.setMinWidth(Region.USE_PREF_SIZE);
        Region middle = new Region();
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox body = new HBox(8, big, middle, picture);
        body.setAlignment(Pos.BOTTOM_LEFT);
        picture.visibleProperty().bind(body.widthProperty().greaterThanOrEqualTo(big.widthProperty().add(ROOM_FOR_THE_PICTURE)));
        Label change = Words.wrapped(Words.body(relative));
        change.getStyleClass().add("pl-meta");
        Region push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        Label small = Words.wrapped(Words.small(note));
        getChildren().addAll(head, body, change, push, small);
        setAccessibleText(name + ": " + figure + ", " + state.word() + ". " + relative + ". " + note);
    }

    /** A tile without evidence: a dash and hatching in place of the figure and the line. */
    public static Tile withoutEvidence(String name, String soFar, String needs) {
        Region hatch = new Region();
        hatch.getStyleClass().add("pl-hatched");
        hatch.setMinSize(96, 36);
        hatch.setMaxSize(96, 36);
        return new Tile(name, SafetyState.NOT_ENOUGH_EVIDENCE, "—", soFar, needs, hatch);
    }

    /** Makes the whole tile lead somewhere, by mouse and by keyboard. */
    public Tile leadingTo(Runnable action) {
        setFocusTraversable(true);
        setCursor(javafx.scene.Cursor.HAND);
        setOnMouseClicked(e -> action.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                action.run();
                e.consume();
            }
        });
        return this;
    }
}
