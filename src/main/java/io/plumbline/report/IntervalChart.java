package io.plumbline.report;

import io.plumbline.stats.Interval;
import java.util.List;

/**
 * Changes with their intervals against the limits they are judged by.
 *
 * @param rows   one a category, and one for all of them
 * @param review change beyond which a category is reviewed, e.g. −0.2
 * @param block  change beyond which it blocks, e.g. −0.5; the beginning of the scale where nothing does
 * @param lowest beginning of the scale
 * @param highest its end
 */
public record IntervalChart(List<Row> rows, double review, double block, double lowest, double highest) implements ReportChart {

    /** Against limits of relative changes, from −100% to +20%. */
    static IntervalChart relative(List<Row> rows, double review, double block) {
        return new IntervalChart(rows, review, block, -1, 0.2);
    }

    /** Against one limit in points; the scale reaches as far as the intervals. */
    static IntervalChart points(List<Row> rows, double limit) {
        double lowest = rows.stream().mapToDouble(row -> row.interval().lower()).filter(Double::isFinite).min().orElse(0);
        double highest = rows.stream().mapToDouble(row -> row.interval().upper()).filter(Double::isFinite).max().orElse(0);
        double from = Math.min(5 * limit, Math.floor(lowest * 10) / 10);
        return new IntervalChart(rows, limit, from, from, Math.max(-limit, Math.ceil(highest * 10) / 10));
    }

    public IntervalChart {
        rows = List.copyOf(rows);
    }

    /** The change of one category; a change that is not defined is drawn without a point. */
    public record Row(String name, double change, Interval interval) {
    }
}
