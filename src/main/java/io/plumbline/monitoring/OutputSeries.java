package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Builds the series of a quantile of outputs. Its change points are those of the daily share above the same quantile of the whole log:
 * a count again, so the binomial mathematics holds, and no day is preferred by the choice of the limit.
 */
final class OutputSeries {

    private final RateSeries rates;
    private final double z;

    OutputSeries(RateSeries rates, double z) {
        this.rates = rates;
        this.z = z;
    }

    /** Daily quantile with its interval. */
    MetricSeries of(Metric metric, NavigableMap<LocalDate, OutputSample> daily, double probability, Baseline baseline, double usual,
                    Optional<Interval> usualInterval) {
        List<SeriesPoint> points = new ArrayList<>();
        daily.forEach((date, sample) -> {
            double value = sample.quantile(probability);
            points.add(new SeriesPoint(date, sample.size(), sample.effectiveN(), value, value, sample.quantileInterval(probability, z),
                Optional.empty(), Double.NaN, Optional.empty(), rates.isForeign(date, baseline), false));
        });
        return new MetricSeries(metric, MetricSeries.ALL, points, usual, usualInterval, "interval from order statistics", List.of(), List.of());
    }

    /** Each day's values above a limit. */
    static NavigableMap<LocalDate, Tally> above(NavigableMap<LocalDate, OutputSample> daily, double limit) {
        TreeMap<LocalDate, Tally> counts = new TreeMap<>();
        daily.forEach((date, sample) -> counts.put(date, sample.above(limit)));
        return counts;
    }

    /** The same change points with the quantile before and after in place of the share that was segmented. */
    static Segmentation.Cuts asQuantiles(Segmentation.Cuts cuts, NavigableMap<LocalDate, OutputSample> daily, double probability) {
        return valued(cuts, daily, sample -> sample.quantile(probability));
    }

    /** The same change points with the share above a limit before and after. */
    static Segmentation.Cuts asShares(Segmentation.Cuts cuts, NavigableMap<LocalDate, OutputSample> daily, double limit) {
        return valued(cuts, daily, sample -> sample.above(limit).rate());
    }

    private static Segmentation.Cuts valued(Segmentation.Cuts cuts, NavigableMap<LocalDate, OutputSample> daily,
                                            ToDoubleFunction<OutputSample> value) {
        return new Segmentation.Cuts(valued(cuts.standing(), daily, value), valued(cuts.fallen(), daily, value));
    }

    private static List<ChangePoint> valued(List<ChangePoint> points, NavigableMap<LocalDate, OutputSample> daily,
                                            ToDoubleFunction<OutputSample> value) {
        List<ChangePoint> valued = new ArrayList<>();
        LocalDate begin = daily.isEmpty() ? LocalDate.MIN : daily.firstKey();
        for (ChangePoint point : points) {
            double before = value.applyAsDouble(LogSnapshot.pooled(daily, begin, point.date().minusDays(1)));
            double after = value.applyAsDouble(LogSnapshot.pooled(daily, point.date(), point.lastDay()));
            valued.add(point.valued(before, after));
            begin = point.date();
        }
        return valued;
    }
}
