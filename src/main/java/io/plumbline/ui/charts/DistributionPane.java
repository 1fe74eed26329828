package io.plumbline.ui.charts;

import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** One distribution laid over another: bars for the one in view, an outline for the baseline, with marks at quantiles. */
public final class DistributionPane extends Region {

    private static final double SMALL = 11;
    private static final double LEFT = 46;
    private static final double BOTTOM = 20;
    private static final double TOP = 16;
    private static final double LEAST_DECADE = -4;

    /** How it is drawn. */
    public enum Form {
        HISTOGRAM, ECDF
    }

    /** A quantile named above the bins. */
    public record Marker(double value, String text, Ink ink) {
    }

    /** What is drawn: shares per bin of both sides. */
    public record Shape(double[] edges, double[] current, double[] baseline, List<Marker> markers) {

        public Shape {
            markers = List.copyOf(markers);
        }
    }

    private final Canvas canvas = new Canvas();
    private Optional<Shape> shape = Optional.empty();
    private Form form = Form.HISTOGRAM;
    private ChartPalette palette = ChartPalette.of(Theme.LIGHT);
    private double textScale = 1;

    public DistributionPane() {
        getChildren().add(canvas);
        setMinHeight(90);
    }

    public void show(Optional<Shape> wanted) {
        shape = wanted;
        draw();
    }

    public void form(Form wanted) {
        form = wanted;
        draw();
    }

    public void look(Theme theme, double scale) {
        palette = ChartPalette.of(theme);
        textScale = scale;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        Pen pen = new CanvasPen(canvas.getGraphicsContext2D());
        pen.rectangle(0, 0, getWidth(), getHeight(), palette.color(Ink.CARD));
        shape.ifPresent(s -> {
            if (form == Form.HISTOGRAM) {
                histogram(pen, s);
            } else {
                cumulative(pen, s);
            }
            axis(pen, s);
            markers(pen, s);
        });
    }

    private double x(Shape s, double value) {
        double high = s.edges()[s.edges().length - 1];
        return left() + value / high * (getWidth() - left() - 8);
    }

    private double small() {
        return SMALL * textScale;
    }

    private double left() {
        return LEFT * textScale;
    }

    private double top() {
        return TOP * textScale;
    }

    private double bottom() {
        return getHeight() - BOTTOM * textScale;
    }

    private double y(double part) {
        return bottom() - part * (bottom() - top());
    }

    private static double decades(double share) {
        return share <= 0 ? 0 : Math.max(0, (Math.log10(share) - LEAST_DECADE) / -LEAST_DECADE);
    }

    private void histogram(Pen pen, Shape s) {
        for (int decade = (int) LEAST_DECADE; decade <= 0; decade++) {
            double share = Math.pow(10, decade);
            grid(pen, decades(share), Figures.decimal(100 * share, Math.max(0, -decade - 2)) + "%");
        }
        Color bars = palette.color(Ink.CURRENT).deriveColor(0, 1, 1, 0.55);
        double[] outlineX = new double[2 * s.baseline().length];
        double[] outlineY = new double[2 * s.baseline().length];
        for (int i = 0; i < s.current().length; i++) {
            double left = x(s, s.edges()[i]);
            double right = x(s, s.edges()[i + 1]);
            double top = y(decades(s.current()[i]));
            pen.rectangle(left + 0.5, top, right - left - 1, bottom() - top, bars);
            double line = y(decades(s.baseline()[i]));
            outlineX[2 * i] = left;
            outlineX[2 * i + 1] = right;
            outlineY[2 * i] = line;
            outlineY[2 * i + 1] = line;
        }
        pen.polyline(outlineX, outlineY, outlineX.length, palette.color(Ink.BASELINE), Stroke.solid(1.5));
    }

    private void cumulative(Pen pen, Shape s) {
        for (double share = 0; share <= 1.001; share += 0.25) {
            grid(pen, share, Math.round(100 * share) + "%");
        }
        curve(pen, s, s.baseline(), palette.color(Ink.BASELINE), Stroke.dashed(1.5));
        curve(pen, s, s.current(), palette.color(Ink.CURRENT), Stroke.solid(2));
    }

    private void curve(Pen pen, Shape s, double[] shares, Color color, Stroke stroke) {
        double[] px = new double[shares.length + 1];
        double[] py = new double[shares.length + 1];
        double sum = 0;
        px[0] = x(s, s.edges()[0]);
        py[0] = y(0);
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            px[i + 1] = x(s, s.edges()[i + 1]);
            py[i + 1] = y(Math.min(1, sum));
        }
        pen.polyline(px, py, px.length, color, stroke);
    }

    private void grid(Pen pen, double part, String label) {
        pen.line(left(), y(part), getWidth() - 8, y(part), palette.color(Ink.GRID), Stroke.solid(1));
        pen.text(label, left() - 6, y(part) + 4, small(), Pen.Weight.PLAIN, palette.color(Ink.MUTED), Pen.Anchor.END);
    }

    private void axis(Pen pen, Shape s) {
        pen.line(left(), bottom(), getWidth() - 8, bottom(), palette.color(Ink.BORDER), Stroke.solid(1));
        double high = s.edges()[s.edges().length - 1];
        for (double tick : Ticks.values(0, high, 5)) {
            pen.text(Figures.decimal(tick, high <= 2 ? 1 : 0), x(s, tick), getHeight() - 5, small(), Pen.Weight.PLAIN, palette.color(Ink.MUTED),
                Pen.Anchor.MIDDLE);
        }
    }

    private void markers(Pen pen, Shape s) {
        for (int i = 0; i < s.markers().size(); i++) {
            Marker marker = s.markers().get(i);
            double at = x(s, marker.value());
            double labelY = top() + 2 + 13 * textScale * i;
            pen.line(at, top(), at, bottom(), palette.color(marker.ink()), Stroke.dashed(1));
            boolean right = at + 8 + pen.widthOf(marker.text(), small(), Pen.Weight.STRONG) < getWidth();
            pen.text(marker.text(), right ? at + 4 : at - 4, labelY, small(), Pen.Weight.STRONG, palette.color(Ink.FOREGROUND),
                right ? Pen.Anchor.START : Pen.Anchor.END);
        }
    }
}
