package io.plumbline.monitoring;

import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Builds the series of a rate: daily points with limits and the rolling window, and its change points per detector version. */
final class RateSeries {

    private final DriftRequest request;
    private final Policy policy;
    private final DetectorRegimes regimes;
    private final double confidence;
    private final int minSegment;
    private final int series;

    /** @param series number of series that are looked at together */
    RateSeries(DriftRequest request, Policy policy, DetectorRegimes regimes, int series) {
        this.series = series;
        this.request = request;
        this.policy = policy;
        this.regimes = regimes;
        this.confidence = policy.number("monitor.confidence");
        this.minSegment = policy.count("monitor.changepoint.minimum.days");
    }

    /** Days that each detector version labelled, apart. */
    Map<String, List<DayCount>> byDetector(NavigableMap<LocalDate, Tally> daily) {
        Map<String, List<DayCount>> groups = new LinkedHashMap<>();
        daily.forEach((date, tally) -> {
            if (!tally.isEmpty()) {
                groups.computeIfAbsent(regimes.on(date), v -> new ArrayList<>()).add(new DayCount(date, tally.successes(), tally.trials()));
            }
        });
        return groups;
    }

    /** Change points, each inside the days of one detector version. */
    Segmentation.Cuts changePoints(NavigableMap<LocalDate, Tally> daily) {
        return byDetector(daily).values().stream().map(this::cut).reduce(new Segmentation.Cuts(List.of(), List.of()), Segmentation.Cuts::and);
    }

    /**
     * Change points sought on some of the records and stated on all of them.
     *
     * @param sought records without those that another finding explains
     * @param all    every record
     */
    Segmentation.Cuts changePoints(NavigableMap<LocalDate, Tally> sought, NavigableMap<LocalDate, Tally> all) {
        Segmentation.Cuts cuts = changePoints(sought);
        return sought.equals(all) ? cuts : new Segmentation.Cuts(restated(cuts.standing(), all), restated(cuts.fallen(), all));
    }

    private List<ChangePoint> restated(List<ChangePoint> points, NavigableMap<LocalDate, Tally> all) {
        List<ChangePoint> restated = new ArrayList<>();
        LocalDate begin = all.firstKey();
        for (ChangePoint point : points) {
            Tally before = sum(all, begin, point.date().minusDays(1), regimes.on(point.date()));
            Tally after = sum(all, point.date(), point.lastDay(), regimes.on(point.date()));
            restated.add(point.stated(before, after, confidence));
            begin = point.date();
        }
        return restated;
    }

    private Tally sum(NavigableMap<LocalDate, Tally> daily, LocalDate from, LocalDate to, String detector) {
        return from.isAfter(to) ? Tally.NONE : daily.subMap(from, true, to, true).entrySet().stream()
            .filter(e -> regimes.on(e.getKey()).equals(detector)).map(Map.Entry::getValue).reduce(Tally.NONE, Tally::plus);
    }

    /** Change points of a quantity that no detector of refusals or harm labels. */
    Segmentation.Cuts changePointsAcrossDetectors(NavigableMap<LocalDate, Tally> daily) {
        return cut(daily.entrySet().stream().filter(e -> !e.getValue().isEmpty())
            .map(e -> new DayCount(e.getKey(), e.getValue().successes(), e.getValue().trials())).toList());
    }

    private Segmentation.Cuts cut(List<DayCount> days) {
        return new Segmentation(minSegment, confidence, policy.number("monitor.alpha") / series).of(days, request.method(), request.penalty());
    }

    /** The series without change points; they are judged together with those of the other series. */
    MetricSeries of(Metric metric, String category, NavigableMap<LocalDate, Tally> daily, Baseline baseline, Tally usual) {
        List<Tally> baselineDays = daily.entrySet().stream().filter(e -> baseline.covers(e.getKey()) && !isForeign(e.getKey(), baseline))
            .map(Map.Entry::getValue).toList();
        ControlLimits limits = ControlLimits.of(usual.rate(), baselineDays, request.limits(), policy.number("monitor.sigma"),
            policy.count("monitor.baseline.minimum.buckets"));
        List<SeriesPoint> points = new ArrayList<>();
        daily.forEach((date, tally) -> points.add(point(date, tally, rolling(daily, date), limits, isForeign(date, baseline))));
        return new MetricSeries(metric, category, points, usual.rate(),
            usual.isEmpty() ? Optional.empty() : Optional.of(usual.interval(confidence)), limits.note(), List.of(), List.of());
    }

    boolean isForeign(LocalDate date, Baseline baseline) {
        return !regimes.on(date).equals(baseline.detector());
    }

    private SeriesPoint point(LocalDate date, Tally tally, Tally rolling, ControlLimits limits, boolean foreign) {
        Optional<Interval> atThisN = foreign ? Optional.empty() : limits.at(tally.trials());
        boolean beyond = atThisN.map(l -> tally.rate() < l.lower() || tally.rate() > l.upper()).orElse(false);
        return new SeriesPoint(date, tally.n(), tally.effectiveN(), tally.rate(), tally.naiveRate(), tally.interval(confidence), atThisN,
            rolling.rate(), rolling.isEmpty() ? Optional.empty() : Optional.of(rolling.interval(confidence)), foreign, beyond);
    }

    /** Records of the window that ends on this day and that the same detector labelled. */
    private Tally rolling(NavigableMap<LocalDate, Tally> daily, LocalDate date) {
        return sum(daily, date.minusDays(request.rollingDays() - 1L), date, regimes.on(date));
    }
}
