package io.plumbline.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** The mark of the program: a line that hangs true, with a weight. */
final class PlumbBob extends Region {

    PlumbBob() {
        setMinSize(16, 22);
        setMaxSize(16, 22);
        Line beam = new Line(1, 2, 15, 2);
        Line string = new Line(8, 2, 8, 13);
        beam.getStyleClass().add("pl-brand-stroke");
        string.getStyleClass().add("pl-brand-stroke");
        Polygon weight = new Polygon(4, 12, 12, 12, 12, 15, 8, 21, 4, 15);
        weight.getStyleClass().add("pl-brand-weight");
        getChildren().addAll(beam, string, weight);
    }
}
