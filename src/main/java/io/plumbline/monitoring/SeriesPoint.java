package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One day of a series.
 *
 * @param date        UTC day
 * @param n           records behind it
 * @param effectiveN  records that carry as much evidence if drawn with equal probability
 * @param value       value of the metric, design-weighted
 * @param naive       value without weights
 * @param interval    interval of the value
 * @param limits      control limits at this n; empty where the metric has none
 * @param rolling     value over the rolling window that ends on this day, NaN without one
 * @param ribbon      interval of the rolling value
 * @param foreign     true where the labels come from a detector version that the baseline does not know
 * @param beyond      true where the value lies outside the limits
 */
public record SeriesPoint(LocalDate date, long n, double effectiveN, double value, double naive, Interval interval,
                          Optional<Interval> limits, double rolling, Optional<Interval> ribbon, boolean foreign, boolean beyond) {
}
