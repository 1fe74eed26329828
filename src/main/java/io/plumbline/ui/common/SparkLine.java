package io.plumbline.ui.common;

import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** 96 × 40 px, or less high in a row of a table: the series, the baseline (dashed) and the line it is judged by. NaN values break nothing; they are left out. */
public final class SparkLine extends Region {

    private static final double WIDTH = 96;
    private static final double HEIGHT = 40;
    private static final double ROW_HEIGHT = 22;
    private static final double INSET = 3;

    private final double height;

    public SparkLine(double[] values, OptionalDouble baseline, OptionalDouble limit) {
        this(values, baseline, limit, HEIGHT);
    }

    /** One that fits into a row of a table. */
    public static SparkLine inRow(double[] values) {
        return new SparkLine(values, OptionalDouble.empty(), OptionalDouble.empty(), ROW_HEIGHT);
    }

    private SparkLine(double[] values, OptionalDouble baseline, OptionalDouble limit, double height) {
        this.height = height;
        setMinSize(WIDTH, height);
        setPrefSize(WIDTH, height);
        setMaxSize(WIDTH, height);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        for (OptionalDouble line : new OptionalDouble[] {baseline, limit}) {
            if (line.isPresent()) {
                low = Math.min(low, line.getAsDouble());
                high = Math.max(high, line.getAsDouble());
            }
        }
        if (low > high) {
            return;
        }
        double from = low;
        double span = high > low ? high - low : 1;
        baseline.ifPresent(b -> addLine("pl-spark-baseline", y(b, from, span)));
        limit.ifPresent(l -> addLine("pl-spark-limit", y(l, from, span)));
        Polyline series = new Polyline();
        series.getStyleClass().add("pl-spark-current");
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                lastX = INSET + (WIDTH - 2 * INSET) * (values.length == 1 ? 1 : i / (double) (values.length - 1));
                lastY = y(values[i], from, span);
                series.getPoints().addAll(lastX, lastY);
            }
        }
        getChildren().add(series);
        if (!Double.isNaN(lastX)) {
            Circle end = new Circle(lastX, lastY, 2.4);
            end.getStyleClass().add("pl-spark-end");
            getChildren().add(end);
        }
    }

    private void addLine(String style, double y) {
        Line line = new Line(INSET, y, WIDTH - INSET, y);
        line.getStyleClass().add(style);
        getChildren().add(line);
    }

    private double y(double value, double from, double span) {
        return height - INSET - (height - 2 * INSET) * (value - from) / span;
    }
}
