package io.plumbline.ui.charts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/** Paints what changes only with the data, the view or the look: grid, axes, marks, titles and the names in the gutter. */
final class ChartPainter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double SMALL = 11;
    private static final double TITLE = 12;

    private final Pen pen;
    private final ChartPalette palette;

    ChartPainter(Pen pen, ChartPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    void paint(ChartStack stack, ChartLayout layout, TimeScale time) {
        pen.rectangle(0, 0, layout.width(), layout.height(), palette.color(Ink.CARD));
        List<LocalDate> days = Ticks.days(time, 70 * layout.text());
        for (int i = 0; i < stack.plots().size(); i++) {
            Plot plot = stack.plots().get(i);
            ChartLayout.Area area = layout.area(i);
            ValueScale values = new ValueScale(plot.low(), plot.high(), area.top(), area.bottom());
            grid(plot, values, layout, time, days);
            pen.clip(layout.left(), area.top() - 4, layout.right() - layout.left(), area.bottom() - area.top() + 5);
            MarkPainter marks = new MarkPainter(pen, palette, time, values);
            plot.marks().forEach(marks::paint);
            pen.unclip();
            title(plot, layout, area);
            names(plot, values, layout, area);
            if (i < stack.plots().size() - 1) {
                pen.line(layout.left(), area.bottom(), layout.right(), area.bottom(), palette.color(Ink.BORDER), Stroke.solid(1));
            }
        }
        dayLabels(days, layout, time);
    }

    private void grid(Plot plot, ValueScale values, ChartLayout layout, TimeScale time, List<LocalDate> days) {
        for (double tick : plot.ticks()) {
            double y = values.y(tick);
            pen.line(layout.left(), y, layout.right(), y, palette.color(Ink.GRID), Stroke.solid(1));
            pen.text(plot.label().apply(tick), layout.left() - 6, y + 4 * layout.text(), SMALL * layout.text(), Pen.Weight.PLAIN,
                palette.color(Ink.MUTED), Pen.Anchor.END);
        }
        for (LocalDate day : days) {
            pen.line(time.x(day.toEpochDay()), values.top(), time.x(day.toEpochDay()), values.bottom(), palette.color(Ink.GRID), Stroke.solid(1));
        }
    }

    private void title(Plot plot, ChartLayout layout, ChartLayout.Area area) {
        double base = area.top() - 6 * layout.text();
        pen.text(plot.title(), layout.left(), base, TITLE * layout.text(), Pen.Weight.STRONG, palette.color(Ink.FOREGROUND), Pen.Anchor.START);
        double after = layout.left() + pen.widthOf(plot.title(), TITLE * layout.text(), Pen.Weight.STRONG) + 7;
        pen.text(plot.remark(), after, base, SMALL * layout.text(), Pen.Weight.PLAIN, palette.color(Ink.MUTED), Pen.Anchor.START);
    }

    private void dayLabels(List<LocalDate> days, ChartLayout layout, TimeScale time) {
        double y = layout.all().bottom() + 16 * layout.text();
        for (LocalDate day : days) {
            double x = time.x(day.toEpochDay());
            if (x > layout.left() + 14 && x < layout.right() - 14) {
                pen.text(DAY.format(day), x, y, SMALL * layout.text(), Pen.Weight.PLAIN, palette.color(Ink.MUTED), Pen.Anchor.MIDDLE);
            }
        }
        if (!days.isEmpty() && time.x(days.get(0).toEpochDay()) <= layout.left() + 14) {
            pen.text(DAY.format(days.get(0)), layout.left(), y, SMALL * layout.text(), Pen.Weight.PLAIN, palette.color(Ink.MUTED), Pen.Anchor.START);
        }
    }

    private void names(Plot plot, ValueScale values, ChartLayout layout, ChartLayout.Area area) {
        double size = SMALL * layout.text();
        List<Plot.GutterName> names = plot.names().stream().filter(n -> Double.isFinite(n.value()))
            .filter(n -> values.y(n.value()) >= area.top() - 2 && values.y(n.value()) <= area.bottom() + 2)
            .sorted(Comparator.comparingDouble((Plot.GutterName n) -> values.y(n.value()))).toList();
        double[] places = nudged(names.stream().mapToDouble(n -> values.y(n.value())).toArray(), 12 * layout.text(), area.top() - 6, area.bottom() + 4);
        for (int i = 0; i < names.size(); i++) {
            Plot.GutterName name = names.get(i);
            Color ink = palette.color(name.ink());
            pen.line(layout.right(), values.y(name.value()), layout.right() + 6, places[i], ink, Stroke.solid(1.6));
            pen.text(name.text(), layout.right() + 10, places[i] + 4 * layout.text(), size, Pen.Weight.MEDIUM, palette.color(Ink.FOREGROUND),
                Pen.Anchor.START);
        }
        double row = 13 * layout.text();
        int most = (int) Math.max(1, (area.bottom() - area.top()) / row);
        int columns = (int) Math.ceil((double) plot.legend().size() / most);
        for (int i = 0; i < plot.legend().size(); i++) {
            Plot.GutterName entry = plot.legend().get(i);
            double x = layout.right() + 10 + (columns > 1 && i >= most ? 54 * layout.text() : 0);
            double y = area.top() + (i % most) * row + 9 * layout.text();
            pen.rounded(x, y - 8 * layout.text(), 8 * layout.text(), 8 * layout.text(), 1.5, palette.color(entry.ink()));
            pen.text(entry.text(), x + 11 * layout.text(), y, size, Pen.Weight.PLAIN, palette.color(Ink.MUTED), Pen.Anchor.START);
        }
    }

    /** Ascending places, moved apart as little as it takes and kept inside of the room. */
    static double[] nudged(double[] wanted, double apart, double top, double bottom) {
        double[] places = wanted.clone();
        for (int i = 0; i < places.length; i++) {
            double least = i == 0 ? top : places[i - 1] + apart;
            places[i] = Math.max(places[i], least);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            double most = i == places.length - 1 ? bottom : places[i + 1] - apart;
            places[i] = Math.min(places[i], most);
        }
        return places;
    }
}
