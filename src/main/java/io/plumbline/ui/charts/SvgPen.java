package io.plumbline.ui.charts;

import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Draws into an SVG document. Every text is escaped: names on a chart may come from a log. */
final class SvgPen implements Pen {

    private final StringBuilder body = new StringBuilder();
    private final Text measure = new Text();
    private final double width;
    private final double height;
    private int clips;

    SvgPen(double width, double height) {
        this.width = width;
        this.height = height;
    }

    String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" "
            + "viewBox=\"0 0 %s %s\">\n", number(width), number(height), number(width), number(height)) + body + "</svg>\n";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String number(double value) {
        String text = format("%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String fill(Color color) {
        return format("fill=\"#%02x%02x%02x\"", Math.round(255 * color.getRed()), Math.round(255 * color.getGreen()),
            Math.round(255 * color.getBlue())) + (color.getOpacity() < 1 ? format(" fill-opacity=\"%.3f\"", color.getOpacity()) : "");
    }

    private static String stroke(Color color, Stroke stroke) {
        StringBuilder dashes = new StringBuilder();
        for (double part : stroke.dash().pattern()) {
            dashes.append(dashes.length() == 0 ? "" : ",").append(number(part));
        }
        return "fill=\"none\" " + fill(color).replace("fill", "stroke") + " stroke-width=\"" + number(stroke.width()) + "\""
            + (dashes.length() == 0 ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    private static String points(double[] x, double[] y, int count) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        return points.toString();
    }

    private void add(String pattern, Object... values) {
        body.append(format(pattern, values)).append('\n');
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Color color, Stroke stroke) {
        add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>", number(x1), number(y1), number(x2), number(y2), stroke(color, stroke));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Color color, Stroke stroke) {
        add("<polyline points=\"%s\" %s/>", points(x, y, count), stroke(color, stroke));
    }

    @Override
    public void polygon(double[] x, double[] y, int count, Color fill) {
        add("<polygon points=\"%s\" %s/>", points(x, y, count), fill(fill));
    }

    @Override
    public void outline(double[] x, double[] y, int count, Color color, Stroke stroke) {
        add("<polygon points=\"%s\" %s/>", points(x, y, count), stroke(color, stroke));
    }

    @Override
    public void rectangle(double x, double y, double w, double h, Color fill) {
        rounded(x, y, w, h, 0, fill);
    }

    @Override
    public void rounded(double x, double y, double w, double h, double radius, Color fill) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>", number(x), number(y), number(w), number(h), number(radius),
            fill(fill));
    }

    @Override
    public void dot(double x, double y, double radius, Color fill) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>", number(x), number(y), number(radius), fill(fill));
    }

    @Override
    public void ring(double x, double y, double radius, Color color, Stroke stroke) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>", number(x), number(y), number(radius), stroke(color, stroke));
    }

    @Override
    public void text(String text, double x, double y, double size, Weight weight, Color color, Anchor anchor) {
        add("<text x=\"%s\" y=\"%s\" font-family=\"IBM Plex Sans, sans-serif\" font-size=\"%s\" font-weight=\"%d\" text-anchor=\"%s\" %s>%s</text>",
            number(x), number(y), number(size), weight == Weight.PLAIN ? 400 : weight == Weight.MEDIUM ? 500 : 600,
            anchor.name().toLowerCase(Locale.ROOT), fill(color), escaped(text));
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean printable = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.FORMAT;
                    safe.appendCodePoint(printable ? c : 0xFFFD);
                }
            }
        });
        return safe.toString();
    }

    @Override
    public double widthOf(String text, double size, Weight weight) {
        measure.setFont(Font.font(weight.family(), size));
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }

    @Override
    public void clip(double x, double y, double w, double h) {
        clips++;
        add("<clipPath id=\"c%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath><g clip-path=\"url(#c%d)\">", clips, number(x),
            number(y), number(w), number(h), clips);
    }

    @Override
    public void unclip() {
        add("</g>");
    }
}
