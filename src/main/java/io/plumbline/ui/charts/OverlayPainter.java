package io.plumbline.ui.charts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Paints what stands across all charts and moves with the pointer: events, change points, the brush and the crosshair. */
final class OverlayPainter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double SMALL = 11;
    private static final double LEVEL_MARK = 58;
    private static final double FARTHEST_PENNANT = 130;

    private final Pen pen;
    private final ChartPalette palette;
    private final ChartStack stack;
    private final ChartLayout layout;
    private final TimeScale time;
    private final List<double[]> taken = new ArrayList<>();

    OverlayPainter(Pen pen, ChartPalette palette, ChartStack stack, ChartLayout layout, TimeScale time) {
        this.pen = pen;
        this.palette = palette;
        this.stack = stack;
        this.layout = layout;
        this.time = time;
    }

    void paint(Optional<Brush> brush, Optional<ChangeTag> selected, Optional<Long> crosshair) {
        pen.clip(layout.left() - 4, 0, layout.right() - layout.left() + 8, layout.all().bottom());
        brush.ifPresent(this::brush);
        stack.changes().forEach(this::band);
        stack.pennants().forEach(this::eventLine);
        stack.changes().stream().filter(c -> !c.holds()).forEach(this::candidate);
        stack.changes().stream().filter(ChangeTag::holds).forEach(this::change);
        pen.unclip();
        pennants();
        stack.changes().stream().filter(ChangeTag::holds).forEach(c -> tag(c, selected.map(c::equals).orElse(false)));
        brush.ifPresent(this::brushName);
        crosshair.ifPresent(this::crosshair);
    }

    private boolean visible(double day) {
        return day >= time.from() - 1e-9 && day <= time.to() + 1e-9;
    }

    private void vertical(double x, Color color, Stroke stroke) {
        pen.line(x, layout.tags(), x, layout.all().bottom(), color, stroke);
    }

    private void brush(Brush brush) {
        double from = time.x(brush.first());
        double to = time.x(brush.last() + 1);
        pen.rectangle(from, layout.all().top(), to - from, layout.all().bottom() - layout.all().top(),
            palette.color(Ink.ACCENT).deriveColor(0, 1, 1, 0.12));
        pen.line(from, layout.all().top(), from, layout.all().bottom(), palette.color(Ink.ACCENT), Stroke.solid(1.2));
        pen.line(to, layout.all().top(), to, layout.all().bottom(), palette.color(Ink.ACCENT), Stroke.solid(1.2));
    }

    private void brushName(Brush brush) {
        double from = Math.max(layout.left(), time.x(brush.first()));
        if (from < layout.right() && time.x(brush.last() + 1) > layout.left()) {
            String name = "Brushed " + DAY.format(LocalDate.ofEpochDay(brush.first())) + (brush.first() == brush.last() ? ""
                : "–" + DAY.format(LocalDate.ofEpochDay(brush.last())));
            double width = pen.widthOf(name, SMALL * layout.text(), Pen.Weight.STRONG);
            double free = beside(from + 4, width);
            boolean fits = free + width < layout.width() - 4;
            pen.text(name, fits ? free : from + 4, fits ? 16 * layout.text() : layout.tags() + 11 * layout.text(), SMALL * layout.text(),
                Pen.Weight.STRONG, palette.color(Ink.LINK), Pen.Anchor.START);
        }
    }

    /** The first place at or after x in the row of flags and tags that none of them takes. */
    private double beside(double x, double width) {
        double place = x;
        taken.sort(Comparator.comparingDouble(span -> span[0]));
        for (double[] span : taken) {
            place = place < span[1] && place + width > span[0] ? span[1] + 4 : place;
        }
        return place;
    }

    private void band(ChangeTag change) {
        if (change.holds()) {
            double from = time.x(change.earliest());
            pen.rectangle(from, layout.all().top(), time.x(change.latest() + 1) - from, layout.all().bottom() - layout.all().top(),
                palette.color(Ink.CHANGE_POINT).deriveColor(0, 1, 1, 0.08));
        }
    }

    private void eventLine(Pennant event) {
        vertical(time.x(event.day()), palette.color(Ink.EVENT), Stroke.dashed(1));
    }

    private void candidate(ChangeTag change) {
        ChartLayout.Area area = layout.all();
        pen.line(time.x(change.day()), area.top(), time.x(change.day()), area.bottom(), palette.color(Ink.CHANGE_POINT), Stroke.dotted(1));
    }

    private void change(ChangeTag change) {
        double x = time.x(change.day());
        vertical(x, palette.color(Ink.CHANGE_POINT), Stroke.solid(1.6));
        for (int i = 0; i < stack.plots().size(); i++) {
            Plot plot = stack.plots().get(i);
            if (plot.id().equals(change.plot())) {
                ValueScale values = new ValueScale(plot.low(), plot.high(), layout.area(i).top(), layout.area(i).bottom());
                Color color = palette.color(Ink.CHANGE_POINT);
                pen.line(x - LEVEL_MARK, values.clamped(change.before()), x, values.clamped(change.before()), color, Stroke.solid(2.6));
                pen.line(x, values.clamped(change.after()), x + LEVEL_MARK, values.clamped(change.after()), color, Stroke.solid(2.6));
            }
        }
    }

    private void pennants() {
        double size = SMALL * layout.text();
        double free = Double.NEGATIVE_INFINITY;
        for (Pennant event : stack.pennants()) {
            double width = pen.widthOf(event.text(), size, Pen.Weight.STRONG) + 12;
            double x = besideTags(Math.max(time.x(event.day()), free), width + 6);
            if (!visible(event.day()) || x - time.x(event.day()) > FARTHEST_PENNANT * layout.text()) {
                continue;
            }
            double end = x + width;
            double top = 4 * layout.text();
            double bottom = top + 16 * layout.text();
            pen.polygon(new double[] {x, end + 6, end + 1, end + 6, x}, new double[] {top, top, (top + bottom) / 2, bottom, bottom}, 5,
                palette.color(Ink.CARD));
            pen.outline(new double[] {x, end + 6, end + 1, end + 6, x}, new double[] {top, top, (top + bottom) / 2, bottom, bottom}, 5,
                palette.color(Ink.EVENT), Stroke.solid(1));
            pen.text(event.text(), x + 6, bottom - 4 * layout.text(), size, Pen.Weight.STRONG, palette.color(Ink.EVENT), Pen.Anchor.START);
            free = end + 8;
            taken.add(new double[] {x, end + 8});
        }
    }

    /** The first place at or after x that no tag of a change point takes. */
    private double besideTags(double x, double width) {
        double place = x;
        for (ChangeTag change : stack.changes()) {
            double left = tagLeft(change);
            double right = left + tagWidth(change);
            if (change.holds() && visible(change.day()) && place < right && place + width > left) {
                place = right + 4;
            }
        }
        return place;
    }

    private double tagWidth(ChangeTag change) {
        return pen.widthOf(change.text(), SMALL * layout.text(), Pen.Weight.STRONG) + 16;
    }

    private double tagLeft(ChangeTag change) {
        double width = tagWidth(change);
        return Math.max(layout.left(), Math.min(layout.right() - width, time.x(change.day()) - width / 2));
    }

    private void tag(ChangeTag change, boolean selected) {
        if (!visible(change.day())) {
            return;
        }
        double size = SMALL * layout.text();
        double width = tagWidth(change);
        double x = tagLeft(change);
        double top = 3 * layout.text();
        double bottom = top + 18 * layout.text();
        Color fill = selected ? palette.color(Ink.ACCENT) : palette.color(Ink.CHANGE_POINT);
        double tip = time.x(change.day());
        taken.add(new double[] {x - 4, x + width + 4});
        pen.rounded(x, top, width, bottom - top, 3, fill);
        pen.polygon(new double[] {tip - 5, tip + 5, tip}, new double[] {bottom, bottom, bottom + 5}, 3, fill);
        pen.text(change.text(), x + width / 2, bottom - 5 * layout.text(), size, Pen.Weight.STRONG,
            selected ? Color.WHITE : palette.color(Ink.CARD), Pen.Anchor.MIDDLE);
    }

    private void crosshair(long day) {
        if (!visible(day + 0.5)) {
            return;
        }
        double x = time.x(day + 0.5);
        pen.line(x, layout.all().top(), x, layout.all().bottom(), palette.color(Ink.FOREGROUND), Stroke.dotted(1));
        double size = SMALL * layout.text();
        for (int i = 0; i < stack.plots().size(); i++) {
            String reading = stack.plots().get(i).readings().get(day);
            if (reading != null) {
                reading(reading, x, layout.area(i).top(), size);
            }
        }
        String date = DAY.format(LocalDate.ofEpochDay(day));
        double width = pen.widthOf(date, size, Pen.Weight.STRONG) + 16;
        double top = layout.all().bottom() + 3;
        pen.rounded(x - width / 2, top, width, 18 * layout.text(), 3, palette.color(Ink.CHANGE_POINT));
        pen.text(date, x, top + 13 * layout.text(), size, Pen.Weight.STRONG, palette.color(Ink.CARD), Pen.Anchor.MIDDLE);
    }

    private void reading(String reading, double x, double top, double size) {
        double width = pen.widthOf(reading, size, Pen.Weight.STRONG);
        double right = Math.max(x - 4, layout.left() + width + 4);
        pen.rectangle(right - width - 4, top - layout.strip() + 2, width + 6, layout.strip() - 3, palette.color(Ink.CARD).deriveColor(0, 1, 1, 0.92));
        pen.text(reading, right, top - 6 * layout.text(), size, Pen.Weight.STRONG, palette.color(Ink.FOREGROUND), Pen.Anchor.END);
    }
}
