package io.plumbline.ui.charts;

/**
 * Values to pixels, larger values higher up.
 *
 * @param low    value at the bottom
 * @param high   value at the top, above {@code low}
 * @param top    pixel of the top
 * @param bottom pixel of the bottom
 */
public record ValueScale(double low, double high, double top, double bottom) {

    public double y(double value) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }

    /** The pixel, kept inside the plot. */
    public double clamped(double value) {
        return Math.max(top, Math.min(bottom, y(value)));
    }
}
