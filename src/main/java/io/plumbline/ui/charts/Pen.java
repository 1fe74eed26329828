package io.plumbline.ui.charts;

import javafx.scene.paint.Color;

/** What charts are drawn with: the window's canvas, or a file. */
public interface Pen {

    /** Weight of letters. */
    enum Weight {
        PLAIN("IBM Plex Sans"), MEDIUM("IBM Plex Sans Medium"), STRONG("IBM Plex Sans SemiBold");

        private final String family;

        Weight(String family) {
            this.family = family;
        }

        String family() {
            return family;
        }
    }

    /** Where a text hangs on its point. */
    enum Anchor {
        START, MIDDLE, END
    }

    void line(double x1, double y1, double x2, double y2, Color color, Stroke stroke);

    /** A line through points; count of them are used. */
    void polyline(double[] x, double[] y, int count, Color color, Stroke stroke);

    void polygon(double[] x, double[] y, int count, Color fill);

    void outline(double[] x, double[] y, int count, Color color, Stroke stroke);

    void rectangle(double x, double y, double width, double height, Color fill);

    void rounded(double x, double y, double width, double height, double radius, Color fill);

    void dot(double x, double y, double radius, Color fill);

    void ring(double x, double y, double radius, Color color, Stroke stroke);

    /** Draws text with its baseline at y. */
    void text(String text, double x, double y, double size, Weight weight, Color color, Anchor anchor);

    double widthOf(String text, double size, Weight weight);

    /** Everything until {@link #unclip} stays inside. */
    void clip(double x, double y, double width, double height);

    void unclip();
}
