package io.plumbline.ui.data;

import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** One step of the import: its number, or a check where it is done. */
final class StepMark extends HBox {

    StepMark(int number, String word, boolean done) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        StackPane disc = new StackPane(done ? Icons.sized("fth-check", 13) : new Label(Integer.toString(number)));
        disc.getStyleClass().addAll("pl-step", done ? "done" : "open");
        getChildren().addAll(disc, Words.strong(word));
        setAccessibleText("Step " + number + ", " + word + (done ? ", done" : ""));
    }
}
