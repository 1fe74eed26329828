package io.plumbline.ui.charts;

/** How a line is drawn: solid, dashed (5-3) or dotted (1.5-3), in pixels. */
public record Stroke(double width, Dash dash) {

    /** Dash patterns. */
    public enum Dash {
        SOLID, DASHED(5, 3), DOTTED(1.5, 3);

        private final double[] pattern;

        Dash(double... pattern) {
            this.pattern = pattern;
        }

        double[] pattern() {
            return pattern.clone();
        }
    }

    public static Stroke solid(double width) {
        return new Stroke(width, Dash.SOLID);
    }

    public static Stroke dashed(double width) {
        return new Stroke(width, Dash.DASHED);
    }

    public static Stroke dotted(double width) {
        return new Stroke(width, Dash.DOTTED);
    }
}
