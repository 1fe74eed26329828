package io.plumbline.ui.incidents;

import io.plumbline.stats.Interval;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** A share between 0 and 1 with its interval, and as a dashed line the share that is usual. */
final class ShareBar extends Region {

    private static final double WHISKER = 8;

    private final Interval interval;
    private final double share;
    private final double usual;
    private final Line normal = styled("pl-share-usual");
    private final Line span = styled("pl-share-span");
    private final Line low = styled("pl-share-span");
    private final Line high = styled("pl-share-span");
    private final Circle point = new Circle(4.2);

    /** @param usual NaN where nothing is usual */
    ShareBar(Interval interval, double share, double usual) {
        this.interval = interval;
        this.share = share;
        this.usual = usual;
        getStyleClass().add("pl-share");
        point.getStyleClass().add("pl-share-point");
        setPrefSize(200, 34);
        setMinWidth(60);
        normal.setVisible(!Double.isNaN(usual));
        span.setVisible(!Double.isNaN(share));
        low.setVisible(!Double.isNaN(share));
        high.setVisible(!Double.isNaN(share));
        point.setVisible(!Double.isNaN(share));
        getChildren().addAll(normal, span, low, high, point);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        place(normal, usual, 0, usual, getHeight());
        if (!Double.isNaN(share)) {
            place(span, interval.lower(), middle, interval.upper(), middle);
            place(low, interval.lower(), middle - WHISKER / 2, interval.lower(), middle + WHISKER / 2);
            place(high, interval.upper(), middle - WHISKER / 2, interval.upper(), middle + WHISKER / 2);
            point.setCenterX(x(share));
            point.setCenterY(middle);
        }
    }

    private void place(Line line, double fromShare, double fromY, double toShare, double toY) {
        if (!Double.isNaN(fromShare)) {
            line.setStartX(x(fromShare));
            line.setStartY(fromY);
            line.setEndX(x(toShare));
            line.setEndY(toY);
        }
    }

    private double x(double value) {
        return 5 + value * (getWidth() - 10);
    }

    private static Line styled(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }
}
