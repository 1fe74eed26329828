package io.plumbline.ui.charts;

/**
 * Days to pixels and back. Days are epoch days with fractions; a day covers [d, d + 1), so its point stands at d + ½.
 *
 * @param from  day at the left edge
 * @param to    day at the right edge, after {@code from}
 * @param left  pixel of the left edge
 * @param right pixel of the right edge
 */
public record TimeScale(double from, double to, double left, double right) {

    public double x(double day) {
        return left + (day - from) / (to - from) * (right - left);
    }

    public double day(double x) {
        return from + (x - left) / (right - left) * (to - from);
    }

    /** Zooms so that the day under the pixel stays there; a factor below 1 shows fewer days. */
    public TimeScale zoomedAt(double x, double factor) {
        double fixed = day(x);
        return new TimeScale(fixed - (fixed - from) * factor, fixed + (to - fixed) * factor, left, right);
    }

    /** Moves by pixels: dragging to the right shows earlier days. */
    public TimeScale panned(double pixels) {
        double days = pixels / (right - left) * (to - from);
        return new TimeScale(from - days, to - days, left, right);
    }

    /** The nearest scale that shows no fewer than {@code shortest} days and none outside of [first, last]. */
    public TimeScale within(double first, double last, double shortest) {
        double span = Math.min(last - first, Math.max(shortest, to - from));
        double middle = (from + to) / 2;
        double begin = Math.min(Math.max(first, to - from < shortest ? middle - span / 2 : from), last - span);
        return new TimeScale(begin, begin + span, left, right);
    }
}
