package io.plumbline.ui.common;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;

/** The hatching that means "not enough evidence" where CSS does not reach: on canvases. */
public final class HatchPaint {

    private static final int PERIOD = 6;

    private HatchPaint() {
    }

    /** A 6 px pattern of one diagonal line on a ground. */
    public static ImagePattern of(Color ground, Color line) {
        Canvas canvas = new Canvas(PERIOD, PERIOD);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(ground);
        pen.fillRect(0, 0, PERIOD, PERIOD);
        pen.setStroke(line);
        pen.setLineWidth(1);
        pen.strokeLine(0, PERIOD, PERIOD, 0);
        pen.strokeLine(-1, 1, 1, -1);
        pen.strokeLine(PERIOD - 1, PERIOD + 1, PERIOD + 1, PERIOD - 1);
        Image image = canvas.snapshot(new SnapshotParameters(), null);
        return new ImagePattern(image, 0, 0, PERIOD, PERIOD, false);
    }
}
