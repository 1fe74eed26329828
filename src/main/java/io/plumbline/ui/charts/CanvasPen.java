package io.plumbline.ui.charts;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. */
final class CanvasPen implements Pen {

    private final GraphicsContext graphics;
    private final Text measure = new Text();

    CanvasPen(GraphicsContext graphics) {
        this.graphics = graphics;
        graphics.setTextBaseline(VPos.BASELINE);
    }

    private void use(Color color, Stroke stroke) {
        graphics.setStroke(color);
        graphics.setLineWidth(stroke.width());
        graphics.setLineDashes(stroke.dash().pattern());
    }

    /** Thin straight lines stand on pixel centres, or they would be grey and two pixels wide. */
    private static double crisp(double value, Stroke stroke) {
        return stroke.width() < 1.5 ? Math.floor(value) + 0.5 : value;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color, Stroke stroke) {
        use(color, stroke);
        boolean vertical = x1 == x2;
        boolean horizontal = y1 == y2;
        graphics.strokeLine(vertical ? crisp(x1, stroke) : x1, horizontal ? crisp(y1, stroke) : y1, vertical ? crisp(x2, stroke) : x2,
            horizontal ? crisp(y2, stroke) : y2);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Color color, Stroke stroke) {
        use(color, stroke);
        graphics.strokePolyline(x, y, count);
    }

    @Override
    public void polygon(double[] x, double[] y, int count, Color fill) {
        graphics.setFill(fill);
        graphics.fillPolygon(x, y, count);
    }

    @Override
    public void outline(double[] x, double[] y, int count, Color color, Stroke stroke) {
        use(color, stroke);
        graphics.strokePolygon(x, y, count);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color fill) {
        graphics.setFill(fill);
        graphics.fillRect(x, y, width, height);
    }

    @Override
    public void rounded(double x, double y, double width, double height, double radius, Color fill) {
        graphics.setFill(fill);
        graphics.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void dot(double x, double y, double radius, Color fill) {
        graphics.setFill(fill);
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void ring(double x, double y, double radius, Color color, Stroke stroke) {
        use(color, stroke);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, double x, double y, double size, Weight weight, Color color, Anchor anchor) {
        graphics.setFont(Font.font(weight.family(), size));
        graphics.setFill(color);
        graphics.setTextAlign(switch (anchor) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
        });
        graphics.fillText(text, x, y);
    }

    @Override
    public double widthOf(String text, double size, Weight weight) {
        measure.setFont(Font.font(weight.family(), size));
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
    }

    @Override
    public void unclip() {
        graphics.restore();
    }
}
