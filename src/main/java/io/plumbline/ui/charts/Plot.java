package io.plumbline.ui.charts;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * One chart of a stack.
 *
 * @param id       stable name
 * @param title    what it shows
 * @param remark   how, in muted words
 * @param height   height at full size, in pixels; the stack shares out what it has in these proportions
 * @param low      value at the bottom
 * @param high     value at the top
 * @param ticks    labelled values
 * @param label    how a value is written at the axis
 * @param marks    drawn in this order
 * @param names    names in the right gutter, each at its value
 * @param legend   names of surfaces in the right gutter, where a value has no height of its own
 * @param readings what the crosshair says, per epoch day
 */
public record Plot(String id, String title, String remark, double height, double low, double high, double[] ticks,
                   DoubleFunction<String> label, List<Mark> marks, List<GutterName> names, List<GutterName> legend,
                   Map<Long, String> readings) {

    public Plot {
        marks = List.copyOf(marks);
        names = List.copyOf(names);
        legend = List.copyOf(legend);
        readings = Map.copyOf(readings);
    }

    /** Name of a line beside the plot, at the line's own height. */
    public record GutterName(double value, String text, Ink ink) {
    }
}
