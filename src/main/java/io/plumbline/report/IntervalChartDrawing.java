package io.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;

/**
 * Draws each change as a point with whiskers over the bands of the policy, as the window does; the place in the bands tells, not a colour.
 */
final class IntervalChartDrawing implements Drawing {

    private static final int NAME = 200;
    private static final int HEAD = 20;
    private static final int ROW = 20;
    private static final int LONGEST_NAME = 30;
    private static final Color INK = new Color(0x24292f);
    private static final Color MUTED = new Color(0x57606a);
    private static final Color OK = new Color(0xe2f5ee);
    private static final Color WATCH = new Color(0xfdf1d3);
    private static final Color ACT = new Color(0xfde9dd);
    private static final Color WATCH_LINE = new Color(0xe69f00);
    private static final Color ACT_LINE = new Color(0xd55e00);
    private static final Color ZERO = new Color(0x8c959f);

    private final IntervalChart chart;
    private final ReportFonts fonts;

    IntervalChartDrawing(IntervalChart chart, ReportFonts fonts) {
        this.chart = chart;
        this.fonts = fonts;
    }

    @Override
    public int width() {
        return 704;
    }

    @Override
    public int height() {
        return HEAD + ROW * chart.rows().size() + 4;
    }

    @Override
    public String description() {
        return "Change and its interval for " + chart.rows().size() + " rows, against the limits " + Math.round(100 * chart.review())
            + "% and " + Math.round(100 * chart.block()) + "%";
    }

    @Override
    public void draw(Graphics2D surface) {
        surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        band(surface, chart.lowest(), chart.block(), ACT);
        band(surface, chart.block(), chart.review(), WATCH);
        band(surface, chart.review(), chart.highest(), OK);
        if (chart.block() > chart.lowest()) {
            limit(surface, chart.block(), ACT_LINE);
        }
        limit(surface, chart.review(), WATCH_LINE);
        limit(surface, 0, ZERO);
        scale(surface);
        for (int i = 0; i < chart.rows().size(); i++) {
            row(surface, chart.rows().get(i), HEAD + ROW * i + ROW / 2.0);
        }
    }

    private void band(Graphics2D surface, double from, double to, Color color) {
        surface.setPaint(color);
        surface.fill(new Rectangle2D.Double(x(from), HEAD, x(to) - x(from), ROW * chart.rows().size()));
    }

    private void limit(Graphics2D surface, double at, Color color) {
        surface.setPaint(color);
        surface.setStroke(new BasicStroke(1.2f));
        surface.draw(new Line2D.Double(x(at), HEAD, x(at), HEAD + ROW * chart.rows().size()));
    }

    private void scale(Graphics2D surface) {
        surface.setPaint(MUTED);
        surface.setFont(fonts.chart(10.5f));
        double free = 0;
        for (double at : DoubleStream.of(chart.lowest(), chart.block(), chart.review(), 0).distinct().toArray()) {
            String text = (at < 0 ? "−" : "") + Math.round(Math.abs(at) * 100) + "%";
            double width = surface.getFontMetrics().stringWidth(text);
            float left = (float) (x(at) - width / 2);
            if (left >= free) {
                surface.drawString(text, left, HEAD - 6f);
                free = left + width + 4;
            }
        }
    }

    private void row(Graphics2D surface, IntervalChart.Row row, double y) {
        surface.setPaint(INK);
        Font font = fonts.chart(11);
        surface.setFont(font);
        surface.drawString(name(row.name()), 0f, (float) y + 4);
        if (Double.isNaN(row.change())) {
            return;
        }
        double left = x(row.interval().lower());
        double right = x(row.interval().upper());
        surface.setStroke(new BasicStroke(1.4f));
        surface.draw(new Line2D.Double(left, y, right, y));
        surface.draw(new Line2D.Double(left, y - 4, left, y + 4));
        surface.draw(new Line2D.Double(right, y - 4, right, y + 4));
        surface.fill(new Ellipse2D.Double(x(row.change()) - 3.6, y - 3.6, 7.2, 7.2));
    }

    private String name(String name) {
        String printable = PrintableText.of(name, fonts::hasOwn);
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** Changes beyond the scale are drawn at its end. */
    private double x(double change) {
        double share = (Math.max(chart.lowest(), Math.min(chart.highest(), change)) - chart.lowest()) / (chart.highest() - chart.lowest());
        return NAME + share * (width() - NAME - 10);
    }
}
