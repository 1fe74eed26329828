package io.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** One bar a category, from what stayed safe to what stayed unsafe. Pattern and number tell the parts apart, colour only helps. */
final class FlipChartDrawing implements Drawing {

    private static final int NAME = 200;
    private static final int HEAD = 24;
    private static final int ROW = 20;
    private static final int BAR = 14;
    private static final int COUNT = 64;
    private static final int LONGEST_NAME = 30;
    private static final int HATCH = 5;
    /** A number is written into a part that is at least so wide. */
    private static final int WIDTH_FOR_NUMBER = 16;
    private static final Color INK = new Color(0x24292f);
    private static final Color MUTED = new Color(0x57606a);
    private static final Color SAFE = new Color(0xe2f5ee);
    private static final Color HARMFUL = new Color(0xd55e00);
    private static final Color BENEFICIAL = new Color(0x56b4e9);
    private static final Color UNSAFE = new Color(0xd0d7de);
    private static final List<String> LEGEND = List.of("stayed safe", "safe → unsafe", "unsafe → safe", "stayed unsafe");
    private static final List<Color> COLORS = List.of(SAFE, HARMFUL, BENEFICIAL, UNSAFE);

    private final FlipChart chart;
    private final ReportFonts fonts;

    FlipChartDrawing(FlipChart chart, ReportFonts fonts) {
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
        return "Shares of prompts that stayed safe, became unsafe, became safe and stayed unsafe, for " + chart.rows().size() + " rows";
    }

    @Override
    public void draw(Graphics2D surface) {
        surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        legend(surface);
        for (int i = 0; i < chart.rows().size(); i++) {
            row(surface, chart.rows().get(i), HEAD + ROW * i);
        }
    }

    private void legend(Graphics2D surface) {
        surface.setFont(fonts.chart(10.5f));
        double at = NAME;
        for (int part = 0; part < LEGEND.size(); part++) {
            part(surface, part, new Rectangle2D.Double(at, 4, 10, 10));
            surface.setPaint(MUTED);
            surface.drawString(LEGEND.get(part), (float) at + 14, 13f);
            at += 24 + surface.getFontMetrics().stringWidth(LEGEND.get(part));
        }
    }

    private void row(Graphics2D surface, FlipChart.Row row, double top) {
        surface.setPaint(INK);
        surface.setFont(fonts.chart(11));
        surface.drawString(name(row.name()), 0f, (float) top + 14);
        if (row.n() == 0) {
            return;
        }
        long[] parts = {row.staySafe(), row.harmful(), row.beneficial(), row.stayUnsafe()};
        double at = NAME;
        for (int part = 0; part < parts.length; part++) {
            double wide = (double) parts[part] / row.n() * (width() - NAME - COUNT);
            Rectangle2D.Double bar = new Rectangle2D.Double(at, top + (ROW - BAR) / 2.0, wide, BAR);
            part(surface, part, bar);
            if (wide >= WIDTH_FOR_NUMBER) {
                number(surface, parts[part], bar, part == 1 ? Color.WHITE : INK);
            }
            at += wide;
        }
        surface.setPaint(MUTED);
        surface.setFont(fonts.chart(10.5f));
        surface.drawString("n = " + row.n(), (float) width() - COUNT + 8, (float) top + 14);
    }

    private void part(Graphics2D surface, int part, Rectangle2D.Double bar) {
        surface.setPaint(COLORS.get(part));
        surface.fill(bar);
        if (part == 3) {
            surface.setPaint(MUTED);
            surface.setStroke(new BasicStroke(0.6f));
            for (double x = bar.x + HATCH; x < bar.x + bar.width; x += HATCH) {
                surface.draw(new Line2D.Double(x, bar.y, x - Math.min(HATCH, bar.width), bar.y + bar.height));
            }
        }
    }

    private void number(Graphics2D surface, long count, Rectangle2D.Double bar, Color color) {
        surface.setFont(fonts.chart(9.5f));
        String text = Long.toString(count);
        double wide = surface.getFontMetrics().stringWidth(text);
        if (wide + 2 <= bar.width) {
            surface.setPaint(color);
            surface.drawString(text, (float) (bar.x + (bar.width - wide) / 2), (float) (bar.y + 10.5));
        }
    }

    private String name(String name) {
        String printable = PrintableText.of(name, fonts::hasOwn);
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME - 1) + "…";
    }
}
