package io.plumbline.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * An interval against the bands of the policy. The track carries the bands; the interval itself has no colour, since the place in the
 * bands tells. Bounds outside the scale are clipped at its ends.
 */
public final class IntervalBar extends Region {

    /** A stretch of the track. */
    public record Band(double from, double to, Tint tint) {
    }

    /** What a band means. */
    public enum Tint {
        OK, WATCH, REVIEW, ACT, PLAIN
    }

    private static final double WHISKER = 8;
    private static final double POINT_RADIUS = 4.2;

    private final double from;
    private final double to;
    private final List<Band> bands;
    private final List<Region> bandBoxes = new ArrayList<>();
    private final List<Line> limits = new ArrayList<>();
    private final Line zero = styled(new Line(), "pl-interval-zero");
    private final Line span = styled(new Line(), "pl-interval-whisker");
    private final Line low = styled(new Line(), "pl-interval-whisker");
    private final Line high = styled(new Line(), "pl-interval-whisker");
    private final Circle point = styled(new Circle(POINT_RADIUS), "pl-interval-point");
    private double lower = Double.NaN;
    private double middle = Double.NaN;
    private double upper = Double.NaN;

    /** @param from left end of the scale, e.g. −1.08; @param to right end, e.g. 0.12; @param bands left to right */
    public IntervalBar(double from, double to, List<Band> bands) {
        this.from = from;
        this.to = to;
        this.bands = List.copyOf(bands);
        setMinSize(60, 20);
        setPrefSize(192, 36);
        for (int i = 0; i < this.bands.size(); i++) {
            Region box = new Region();
            box.getStyleClass().addAll("pl-interval-band", style(this.bands.get(i).tint()));
            bandBoxes.add(box);
            if (i > 0) {
                limits.add(styled(new Line(), "pl-interval-limit", style(this.bands.get(i - 1).tint())));
            }
        }
        getChildren().addAll(bandBoxes);
        getChildren().addAll(limits);
        getChildren().addAll(zero, span, low, high, point);
        getChildren().forEach(child -> child.setManaged(false));
    }

    /** Shows an interval; NaN bounds leave the whiskers away. */
    public void show(double lowerBound, double value, double upperBound) {
        lower = lowerBound;
        middle = value;
        upper = upperBound;
        setAccessibleText("interval " + Figures.interval(lowerBound, upperBound) + " percent, value " + Figures.signedPercent(value));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            bandBoxes.get(i).resizeRelocate(x(band.from()), 0, Math.max(0, x(band.to()) - x(band.from())), height);
            if (i > 0) {
                place(limits.get(i - 1), x(band.from()), 0, x(band.from()), height);
            }
        }
        zero.setVisible(from <= 0 && to >= 0);
        place(zero, x(0), 0, x(0), height);
        double centre = height / 2;
        boolean whiskers = !Double.isNaN(lower) && !Double.isNaN(upper);
        span.setVisible(whiskers);
        low.setVisible(whiskers);
        high.setVisible(whiskers);
        if (whiskers) {
            place(span, x(lower), centre, x(upper), centre);
            place(low, x(lower), centre - WHISKER / 2, x(lower), centre + WHISKER / 2);
            place(high, x(upper), centre - WHISKER / 2, x(upper), centre + WHISKER / 2);
        }
        point.setVisible(!Double.isNaN(middle));
        if (point.isVisible()) {
            point.setCenterX(x(middle));
            point.setCenterY(centre);
        }
    }

    private double x(double value) {
        double clipped = Math.max(from, Math.min(to, value));
        return getWidth() * (clipped - from) / (to - from);
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }

    private static String style(Tint tint) {
        return tint.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static <S extends javafx.scene.shape.Shape> S styled(S shape, String... styles) {
        shape.getStyleClass().addAll(styles);
        return shape;
    }
}
