package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * One metric over time.
 *
 * @param metric       what is measured
 * @param category     harm category, or {@link #ALL}
 * @param points       one per day with records, by date; a missing day is a gap
 * @param baseline     value over the baseline, NaN without one
 * @param baselineInterval its interval
 * @param limitsNote   how the limits were made, or why there are none
 * @param changePoints change points that hold, by date
 * @param candidates   change points that the penalty lets through but the adjusted p does not support
 */
public record MetricSeries(Metric metric, String category, List<SeriesPoint> points, double baseline,
                           Optional<Interval> baselineInterval, String limitsNote, List<ChangePoint> changePoints,
                           List<ChangePoint> candidates) {

    /** In place of a category: over all of them. */
    public static final String ALL = "all";

    public MetricSeries {
        points = List.copyOf(points);
        changePoints = List.copyOf(changePoints);
        candidates = List.copyOf(candidates);
    }

    MetricSeries withPoints(List<SeriesPoint> shown) {
        return new MetricSeries(metric, category, shown, baseline, baselineInterval, limitsNote, changePoints, candidates);
    }

    MetricSeries withChangePoints(List<ChangePoint> held, List<ChangePoint> others) {
        return new MetricSeries(metric, category, points, baseline, baselineInterval, limitsNote, held, others);
    }
}
