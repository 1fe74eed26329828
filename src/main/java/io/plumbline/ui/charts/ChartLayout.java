package io.plumbline.ui.charts;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a stack of charts lie on a surface: tags above, axis labels left, gutter right, days below. */
public final class ChartLayout {

    private static final double LEFT = 46;
    private static final double GUTTER = 118;
    private static final double TAGS = 26;
    private static final double STRIP = 20;
    private static final double DAYS = 24;
    private static final double FEWEST_PIXELS = 24;

    private final double width;
    private final double height;
    private final double text;
    private final List<Area> areas = new ArrayList<>();

    /** Room of one plot, in pixels. */
    public record Area(double top, double bottom) {
    }

    /** @param text size of the text, where 1 is the usual */
    public ChartLayout(ChartStack stack, double width, double height, double text) {
        this.width = width;
        this.height = height;
        this.text = text;
        double strips = STRIP * text * stack.plots().size();
        double room = height - TAGS * text - DAYS * text - strips;
        double wanted = stack.plots().stream().mapToDouble(Plot::height).sum();
        double y = TAGS * text;
        for (Plot plot : stack.plots()) {
            y += STRIP * text;
            double share = Math.max(FEWEST_PIXELS, room * plot.height() / wanted);
            areas.add(new Area(y, y + share));
            y += share;
        }
    }

    public double left() {
        return LEFT * text;
    }

    public double right() {
        return Math.max(left() + 1, width - GUTTER * text);
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    public double text() {
        return text;
    }

    public Area area(int plot) {
        return areas.get(plot);
    }

    /** From the top of the first plot to the bottom of the last. */
    public Area all() {
        return areas.isEmpty() ? new Area(0, height) : new Area(areas.get(0).top(), areas.get(areas.size() - 1).bottom());
    }

    public double strip() {
        return STRIP * text;
    }

    public double tags() {
        return TAGS * text;
    }

    public boolean isInPlots(double x, double y) {
        return x >= left() && x <= right() && y >= 0 && y <= all().bottom();
    }
}
