package io.plumbline.report;

import io.plumbline.stats.Interval;
import java.util.List;

/**
 * Relative changes with their intervals against the limits they are judged by.
 *
 * @param rows   one a category, and one for all of them
 * @param review relative change beyond which a category is reviewed, e.g. −0.2
 * @param block  relative change beyond which it blocks, e.g. −0.5
 */
public record IntervalChart(List<Row> rows, double review, double block) implements ReportChart {

    public IntervalChart {
        rows = List.copyOf(rows);
    }

    /** The change of one category; a change that is not defined is drawn without a point. */
    public record Row(String name, double change, Interval interval) {
    }
}
