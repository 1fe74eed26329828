package io.plumbline.ui.charts;

import java.util.List;

/** Something that a plot shows. Days are epoch days; a point is drawn in the middle of its day. NaN breaks a line or a surface. */
public sealed interface Mark {

    /** A line through the middle of the days. */
    record Line(double[] days, double[] values, Ink ink, Stroke stroke) implements Mark {
    }

    /** A surface between two lines, at 15%. */
    record Ribbon(double[] days, double[] lower, double[] upper, Ink ink) implements Mark {
    }

    /** A stepped line that holds its value for the whole day. */
    record Steps(double[] days, double[] values, Ink ink, Stroke stroke) implements Mark {
    }

    /** One value over the whole time. */
    record Level(double value, Ink ink, Stroke stroke) implements Mark {
    }

    /** Small points. */
    record Dots(double[] days, double[] values, Ink ink) implements Mark {
    }

    /** Hollow diamonds: days beyond a limit. */
    record Diamonds(double[] days, double[] values, Ink ink) implements Mark {
    }

    /** Hollow grey circles: days that another detector labelled. */
    record Rings(double[] days, double[] values, Ink ink) implements Mark {
    }

    /** Bars from zero; those that are beyond a limit are amber with a mark above. */
    record Bars(double[] days, double[] values, boolean[] beyond, Ink ink) implements Mark {
    }

    /** Surfaces on top of each other, bottom first. */
    record Stack(double[] days, List<double[]> layers, List<Ink> inks) implements Mark {
    }
}
