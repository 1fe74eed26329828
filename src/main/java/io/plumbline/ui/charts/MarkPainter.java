package io.plumbline.ui.charts;

import javafx.scene.paint.Color;

/** Paints the marks of one plot, decimated to what the screen can show. */
final class MarkPainter {

    private static final double RIBBON = 0.15;
    private static final double DOTS = 0.55;
    private static final double SURFACE = 0.8;
    private static final double HALF_DAY = 0.5;

    private final Pen pen;
    private final ChartPalette palette;
    private final TimeScale time;
    private final ValueScale values;

    MarkPainter(Pen pen, ChartPalette palette, TimeScale time, ValueScale values) {
        this.pen = pen;
        this.palette = palette;
        this.time = time;
        this.values = values;
    }

    void paint(Mark mark) {
        if (mark instanceof Mark.Line line) {
            line(line);
        } else if (mark instanceof Mark.Ribbon ribbon) {
            ribbon(ribbon);
        } else if (mark instanceof Mark.Steps steps) {
            steps(steps);
        } else if (mark instanceof Mark.Level level) {
            double y = values.y(level.value());
            if (y >= values.top() - 2 && y <= values.bottom() + 2) {
                pen.line(time.left(), y, time.right(), y, palette.color(level.ink()), level.stroke());
            }
        } else if (mark instanceof Mark.Dots dots) {
            Color color = faded(dots.ink(), DOTS);
            each(dots.days(), dots.values(), (x, y) -> pen.dot(x, y, 1.7, color));
        } else if (mark instanceof Mark.Diamonds diamonds) {
            Color color = palette.color(diamonds.ink());
            each(diamonds.days(), diamonds.values(), (x, y) -> diamond(x, y, color));
        } else if (mark instanceof Mark.Rings rings) {
            Color color = palette.color(rings.ink());
            each(rings.days(), rings.values(), (x, y) -> pen.ring(x, y, 2.6, color, Stroke.solid(1.2)));
        } else if (mark instanceof Mark.Bars bars) {
            bars(bars);
        } else if (mark instanceof Mark.Stack stack) {
            stack(stack);
        }
    }

    private Color faded(Ink ink, double opacity) {
        return palette.color(ink).deriveColor(0, 1, 1, opacity);
    }

    private void diamond(double x, double y, Color color) {
        double r = 4.6;
        pen.polygon(new double[] {x, x + r, x, x - r}, new double[] {y - r, y, y + r, y}, 4, palette.color(Ink.CARD));
        pen.outline(new double[] {x, x + r, x, x - r}, new double[] {y - r, y, y + r, y}, 4, color, Stroke.solid(1.5));
    }

    private void each(double[] days, double[] at, Point point) {
        for (int i : Decimation.indices(days, at, time)) {
            if (!Double.isNaN(at[i])) {
                point.at(time.x(days[i] + HALF_DAY), values.y(at[i]));
            }
        }
    }

    private void line(Mark.Line line) {
        int[] shown = Decimation.indices(line.days(), line.values(), time);
        double[] x = new double[shown.length];
        double[] y = new double[shown.length];
        int count = 0;
        for (int index : shown) {
            double value = line.values()[index];
            if (Double.isNaN(value)) {
                flush(x, y, count, line);
                count = 0;
            } else {
                x[count] = time.x(line.days()[index] + HALF_DAY);
                y[count++] = values.y(value);
            }
        }
        flush(x, y, count, line);
    }

    private void flush(double[] x, double[] y, int count, Mark.Line line) {
        if (count == 1) {
            pen.dot(x[0], y[0], line.stroke().width(), palette.color(line.ink()));
        } else if (count > 1) {
            pen.polyline(x, y, count, palette.color(line.ink()), line.stroke());
        }
    }

    private void ribbon(Mark.Ribbon ribbon) {
        int[] shown = Decimation.indices(ribbon.days(), ribbon.upper(), time);
        double[] x = new double[2 * shown.length];
        double[] y = new double[2 * shown.length];
        int start = 0;
        while (start < shown.length) {
            int end = start;
            while (end < shown.length && !Double.isNaN(ribbon.upper()[shown[end]])) {
                end++;
            }
            int n = end - start;
            for (int i = 0; i < n; i++) {
                int index = shown[start + i];
                x[i] = time.x(ribbon.days()[index] + HALF_DAY);
                y[i] = values.y(ribbon.upper()[index]);
                x[2 * n - 1 - i] = x[i];
                y[2 * n - 1 - i] = values.y(ribbon.lower()[index]);
            }
            if (n > 1) {
                pen.polygon(x, y, 2 * n, faded(ribbon.ink(), RIBBON));
            }
            start = Math.max(end, start) + 1;
        }
    }

    private void steps(Mark.Steps steps) {
        int[] shown = Decimation.indices(steps.days(), steps.values(), time);
        double[] x = new double[2 * shown.length];
        double[] y = new double[2 * shown.length];
        int count = 0;
        for (int index : shown) {
            double value = steps.values()[index];
            if (Double.isNaN(value)) {
                stepped(x, y, count, steps);
                count = 0;
            } else {
                x[count] = time.x(steps.days()[index]);
                y[count++] = values.y(value);
                x[count] = time.x(steps.days()[index] + 1);
                y[count++] = values.y(value);
            }
        }
        stepped(x, y, count, steps);
    }

    private void stepped(double[] x, double[] y, int count, Mark.Steps steps) {
        if (count > 1) {
            pen.polyline(x, y, count, palette.color(steps.ink()), steps.stroke());
        }
    }

    private void bars(Mark.Bars bars) {
        double width = Math.max(1, 0.72 * (time.x(1) - time.x(0)));
        for (int i : Decimation.indices(bars.days(), bars.values(), time)) {
            double value = bars.values()[i];
            if (Double.isNaN(value)) {
                continue;
            }
            double x = time.x(bars.days()[i] + HALF_DAY);
            double y = values.clamped(value);
            Color color = bars.beyond()[i] ? palette.color(Ink.WATCH) : faded(bars.ink(), SURFACE);
            pen.rectangle(x - width / 2, y, width, values.bottom() - y, color);
            if (bars.beyond()[i]) {
                pen.polygon(new double[] {x, x + 3, x - 3}, new double[] {y - 7, y - 2, y - 2}, 3, palette.color(Ink.WATCH_TEXT));
            }
        }
    }

    private void stack(Mark.Stack stack) {
        int n = stack.days().length;
        double[] floor = new double[n];
        for (int layer = 0; layer < stack.layers().size(); layer++) {
            double[] ceiling = new double[n];
            for (int i = 0; i < n; i++) {
                ceiling[i] = floor[i] + stack.layers().get(layer)[i];
            }
            layer(stack.days(), floor, ceiling, stack.inks().get(layer));
            floor = ceiling;
        }
    }

    private void layer(double[] days, double[] floor, double[] ceiling, Ink ink) {
        int[] shown = Decimation.indices(days, ceiling, time);
        int start = 0;
        while (start < shown.length) {
            int end = start + 1;
            while (end < shown.length && days[shown[end]] - days[shown[end - 1]] <= 1.5 * Math.max(1, shown[end] - shown[end - 1])
                && !Double.isNaN(ceiling[shown[end]])) {
                end++;
            }
            int n = end - start;
            double[] x = new double[2 * n];
            double[] y = new double[2 * n];
            for (int i = 0; i < n; i++) {
                int index = shown[start + i];
                x[i] = time.x(days[index] + HALF_DAY);
                y[i] = values.y(ceiling[index]);
                x[2 * n - 1 - i] = x[i];
                y[2 * n - 1 - i] = values.y(floor[index]);
            }
            if (n > 1) {
                pen.polygon(x, y, 2 * n, faded(ink, SURFACE));
                pen.polyline(x, y, n, palette.color(Ink.CARD), Stroke.solid(1));
            }
            start = end;
        }
    }

    /** Where a point stands, in pixels. */
    private interface Point {
        void at(double x, double y);
    }
}
