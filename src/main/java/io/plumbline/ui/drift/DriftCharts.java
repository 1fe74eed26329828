package io.plumbline.ui.drift;

import io.plumbline.domain.Policy;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.ChangePoint;
import io.plumbline.monitoring.DriftEvent;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.LogSnapshot;
import io.plumbline.monitoring.Metric;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.OutputSample;
import io.plumbline.monitoring.SeriesPoint;
import io.plumbline.stats.Interval;
import io.plumbline.ui.charts.ChangeTag;
import io.plumbline.ui.charts.ChartStack;
import io.plumbline.ui.charts.Ink;
import io.plumbline.ui.charts.Mark;
import io.plumbline.ui.charts.Pennant;
import io.plumbline.ui.charts.Plot;
import io.plumbline.ui.charts.Plot.GutterName;
import io.plumbline.ui.charts.Stroke;
import io.plumbline.ui.charts.Ticks;
import io.plumbline.ui.common.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Turns a drift report into the stack of charts: which line, which limit, which name stands where. */
final class DriftCharts {

    static final String REFUSAL = "refusal";
    private static final int TOPICS = 5;

    private final DriftReport report;
    private final LogSnapshot snapshot;
    private final Policy policy;
    private final String category;
    private final int rollingDays;

    DriftCharts(DriftReport report, LogSnapshot snapshot, Policy policy, String category, int rollingDays) {
        this.report = report;
        this.snapshot = snapshot;
        this.policy = policy;
        this.category = category;
        this.rollingDays = rollingDays;
    }

    ChartStack stack() {
        if (report.from().isEmpty()) {
            return ChartStack.empty();
        }
        List<Plot> plots = new ArrayList<>();
        Optional<MetricSeries> refusal = report.find(Metric.REFUSAL, category).filter(s -> !s.points().isEmpty());
        refusal.ifPresent(series -> plots.add(refusal(series)));
        report.find(Metric.TOXICITY_P95, MetricSeries.ALL).ifPresent(series -> plots.add(toxicity(series)));
        report.find(Metric.RESPONSE_LENGTH, MetricSeries.ALL).ifPresent(series -> plots.add(length(series)));
        if (!report.categoryShares().isEmpty()) {
            plots.add(mix());
        }
        report.find(Metric.CATEGORY_MIX, MetricSeries.ALL).filter(s -> !s.points().isEmpty()).ifPresent(series -> plots.add(inputDrift(series)));
        return new ChartStack(plots, refusal.map(this::tags).orElse(List.of()), report.events().stream().map(DriftCharts::pennant).toList(),
            report.from().orElseThrow().toEpochDay(), report.to().orElseThrow().toEpochDay() + 1.0);
    }

    private static Pennant pennant(DriftEvent event) {
        return new Pennant(event.date().toEpochDay(), event.label());
    }

    private List<ChangeTag> tags(MetricSeries series) {
        List<ChangeTag> tags = new ArrayList<>();
        series.candidates().forEach(c -> tags.add(tag(c, false)));
        series.changePoints().forEach(c -> tags.add(tag(c, true)));
        return tags;
    }

    private static ChangeTag tag(ChangePoint c, boolean holds) {
        String interval = c.earliest().equals(c.latest()) ? "" : " (" + range(c.earliest(), c.latest()) + ")";
        return new ChangeTag(c.date().toEpochDay(), c.earliest().toEpochDay(), c.latest().toEpochDay(),
            Figures.shortDay(c.date()) + interval + " " + Figures.points(c.after() - c.before()), holds, REFUSAL, c.before(), c.after());
    }

    static String range(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return Figures.shortDay(first);
        }
        return first.getMonth() == last.getMonth() ? first.getDayOfMonth() + "–" + Figures.shortDay(last)
            : Figures.shortDay(first) + "–" + Figures.shortDay(last);
    }

    /** Every calendar day, so that a missing one breaks the line. */
    private double[] calendar(MetricSeries series) {
        long first = series.points().get(0).date().toEpochDay();
        long last = series.points().get(series.points().size() - 1).date().toEpochDay();
        double[] days = new double[(int) (last - first) + 1];
        Arrays.setAll(days, i -> (double) first + i);
        return days;
    }

    private static double[] values(MetricSeries series, double[] days, ToDoubleFunction<SeriesPoint> value) {
        double[] values = new double[days.length];
        Arrays.fill(values, Double.NaN);
        series.points().forEach(p -> values[(int) (p.date().toEpochDay() - (long) days[0])] = value.applyAsDouble(p));
        return values;
    }

    private static double lower(Optional<Interval> interval) {
        return interval.map(Interval::lower).orElse(Double.NaN);
    }

    private static double upper(Optional<Interval> interval) {
        return interval.map(Interval::upper).orElse(Double.NaN);
    }

    private Plot refusal(MetricSeries series) {
        double[] days = calendar(series);
        boolean all = category.equals(MetricSeries.ALL);
        double warning = series.baseline() * (all ? policy.number("alert.overall.warning") : 1 - policy.number("alert.category.warning"));
        double critical = series.baseline() * (all ? policy.number("alert.overall.critical") : 1 - policy.number("alert.category.critical"));
        double[] daily = values(series, days, SeriesPoint::value);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Steps(days, values(series, days, p -> lower(p.limits())), Ink.SUBTLE, Stroke.solid(1)));
        marks.add(new Mark.Level(series.baseline(), Ink.BASELINE, Stroke.dashed(1.2)));
        marks.add(new Mark.Level(warning, Ink.WATCH, Stroke.solid(1.6)));
        marks.add(new Mark.Level(critical, Ink.ACT, Stroke.solid(1.6)));
        for (boolean foreign : new boolean[] {true, false}) {
            Ink ink = foreign ? Ink.NONE_TEXT : Ink.CURRENT;
            marks.add(new Mark.Ribbon(days, values(series, days, p -> p.foreign() == foreign ? lower(p.ribbon()) : Double.NaN),
                values(series, days, p -> p.foreign() == foreign ? upper(p.ribbon()) : Double.NaN), ink));
            marks.add(new Mark.Line(days, values(series, days, p -> p.foreign() == foreign ? p.rolling() : Double.NaN), ink, Stroke.solid(2)));
        }
        marks.add(new Mark.Dots(days, values(series, days, p -> p.beyond() || p.foreign() ? Double.NaN : p.value()), Ink.CURRENT));
        marks.add(new Mark.Rings(days, values(series, days, p -> p.foreign() ? p.value() : Double.NaN), Ink.NONE_TEXT));
        marks.add(new Mark.Diamonds(days, values(series, days, p -> p.beyond() ? p.value() : Double.NaN), Ink.ACT));
        double least = Arrays.stream(daily).filter(v -> !Double.isNaN(v)).min().orElse(0);
        double bottom = Math.min(critical - 0.02, least);
        double low = Double.isNaN(bottom) ? Math.max(0, least - 0.05) : Math.max(0, Math.floor(Math.max(bottom, critical - 0.3) * 20) / 20);
        double lastLimit = Double.NaN;
        for (SeriesPoint point : series.points()) {
            lastLimit = point.limits().map(Interval::lower).orElse(lastLimit);
        }
        List<GutterName> names = List.of(new GutterName(series.baseline(), "Baseline " + Figures.percent(series.baseline()), Ink.BASELINE),
            new GutterName(lastLimit, Math.round(policy.number("monitor.sigma")) + "σ limit (by n)", Ink.SUBTLE),
            new GutterName(warning, "Warning " + Figures.percent(warning), Ink.WATCH),
            new GutterName(critical, "Critical " + Figures.percent(critical), Ink.ACT));
        String what = all ? "harm-category prompts" : "“" + category + "” prompts";
        return new Plot(REFUSAL, "Refusal rate", what + ", " + rollingDays + " d rolling with 95% CI; ◇ day beyond " + series.limitsNote(), 160, low, 1,
            Ticks.values(low, 1, 4), percentLabel(), marks, names, List.of(), readings(series, DriftCharts::refusalReading));
    }

    private static String refusalReading(SeriesPoint p) {
        String weighted = Math.abs(p.value() - p.naive()) > 5e-4 ? ", unweighted " + Figures.percent(p.naive()) + ", effective n "
            + Figures.decimal(p.effectiveN(), 0) : "";
        return p.ribbon().map(r -> Figures.percent(p.rolling()) + " (" + Figures.interval(r.lower(), r.upper()) + "), ").orElse("") + "day "
            + Figures.percent(p.value()) + " of " + Figures.count(p.n()) + weighted + (p.foreign() ? ", other detector" : "");
    }

    private static DoubleFunction<String> percentLabel() {
        return v -> Math.round(100 * v) + "%";
    }

    private Plot toxicity(MetricSeries series) {
        double[] days = calendar(series);
        double warning = series.baseline() * policy.number("alert.toxicity.warning");
        double most = series.points().stream().mapToDouble(SeriesPoint::value).max().orElse(warning);
        double least = series.points().stream().mapToDouble(SeriesPoint::value).min().orElse(0);
        double upper = series.points().stream().mapToDouble(p -> p.interval().upper()).max().orElse(most);
        double high = Math.max(Math.max(warning, most) * 1.08, Math.min(upper, 1.5 * Math.max(warning, most)));
        double low = Math.max(0, Math.min(least, series.baseline()) * 0.8);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Level(series.baseline(), Ink.BASELINE, Stroke.dashed(1.2)));
        marks.add(new Mark.Level(warning, Ink.WATCH, Stroke.solid(1.6)));
        marks.add(new Mark.Ribbon(days, values(series, days, p -> p.interval().lower()), values(series, days, p -> p.interval().upper()), Ink.CURRENT));
        for (boolean foreign : new boolean[] {true, false}) {
            marks.add(new Mark.Line(days, values(series, days, p -> p.foreign() == foreign ? p.value() : Double.NaN),
                foreign ? Ink.NONE_TEXT : Ink.CURRENT, Stroke.solid(1.6)));
        }
        List<GutterName> names = List.of(new GutterName(series.baseline(), "Baseline " + Figures.decimal(series.baseline(), 3), Ink.BASELINE),
            new GutterName(warning, "Warning " + Figures.decimal(warning, 3), Ink.WATCH));
        return new Plot("toxicity", "Toxicity p95", "all outputs, with 95% CI", 68, low, high, Ticks.values(low, high, 4),
            v -> Figures.decimal(v, 2), marks, names, List.of(), readings(series, p -> Figures.decimal(p.value(), 3)));
    }

    private Plot length(MetricSeries series) {
        double[] days = calendar(series);
        double[] lower = values(series, days, p -> quartile(p.date(), 0.25));
        double[] upper = values(series, days, p -> quartile(p.date(), 0.75));
        double high = Math.max(1, Arrays.stream(upper).filter(v -> !Double.isNaN(v)).max().orElse(1)) * 1.2;
        List<Mark> marks = List.of(new Mark.Level(series.baseline(), Ink.BASELINE, Stroke.dashed(1.2)), new Mark.Ribbon(days, lower, upper, Ink.CURRENT),
            new Mark.Line(days, values(series, days, SeriesPoint::value), Ink.CURRENT, Stroke.solid(1.6)));
        return new Plot("length", "Response length", "answers to benign prompts, median and quartiles, tokens", 44, 0, high,
            Ticks.values(0, high, 3), v -> Figures.decimal(v, 0), marks,
            List.of(new GutterName(series.baseline(), "Baseline " + Figures.decimal(series.baseline(), 0), Ink.BASELINE)), List.of(),
            readings(series, p -> Figures.decimal(p.value(), 0)));
    }

    private double quartile(LocalDate date, double probability) {
        OutputSample sample = snapshot.responseTokens().get(date);
        return sample == null ? Double.NaN : sample.quantile(probability);
    }

    private Plot mix() {
        Map<LocalDate, Map<String, Double>> shares = report.categoryShares();
        List<String> order = largestFirst(shares.values());
        List<String> named = order.subList(0, Math.min(TOPICS, order.size()));
        double[] days = shares.keySet().stream().mapToDouble(LocalDate::toEpochDay).toArray();
        List<double[]> layers = new ArrayList<>();
        List<Ink> inks = new ArrayList<>();
        List<GutterName> legend = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i);
            layers.add(shares.values().stream().mapToDouble(s -> s.getOrDefault(name, 0.0)).toArray());
            inks.add(Ink.topic(i));
            legend.add(new GutterName(0, CategoryNames.shortened(name, 9), Ink.topic(i)));
        }
        if (order.size() > named.size()) {
            layers.add(shares.values().stream().mapToDouble(s -> 1 - named.stream().mapToDouble(n -> s.getOrDefault(n, 0.0)).sum()).toArray());
            inks.add(Ink.TOPIC_OTHER);
            legend.add(new GutterName(0, "Other", Ink.TOPIC_OTHER));
        }
        Map<Long, String> readings = new HashMap<>();
        shares.forEach((date, share) -> named.stream().findFirst().ifPresent(top -> readings.put(date.toEpochDay(),
            CategoryNames.shown(top) + " " + Figures.percent(share.getOrDefault(top, 0.0)))));
        return new Plot("mix", "Category mix", "share of harm-category prompts", 66, 0, 1, new double[] {0, 0.5, 1}, percentLabel(),
            List.of(new Mark.Stack(days, layers, inks)), List.of(), legend, readings);
    }

    private static List<String> largestFirst(Collection<Map<String, Double>> days) {
        Map<String, Double> totals = new LinkedHashMap<>();
        days.forEach(day -> day.forEach((name, share) -> totals.merge(name, share, Double::sum)));
        return totals.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).map(Map.Entry::getKey).toList();
    }

    private Plot inputDrift(MetricSeries series) {
        double[] days = calendar(series);
        double[] values = values(series, days, SeriesPoint::value);
        boolean[] beyond = new boolean[days.length];
        series.points().forEach(p -> beyond[(int) (p.date().toEpochDay() - (long) days[0])] = p.beyond());
        double[] chance = values(series, days, p -> upper(p.limits()));
        double high = 1.15 * Math.max(0.05, Math.max(most(values), most(chance)));
        long over = series.points().stream().filter(SeriesPoint::beyond).count();
        double last = chance[chance.length - 1];
        List<GutterName> names = List.of(new GutterName(last, "Chance, 95%", Ink.SUBTLE));
        return new Plot("input", "Input drift", "JS distance to the baseline, base 2; " + over + " of " + series.points().size()
            + " days over what chance gives", 66, 0, high, Ticks.values(0, high, 3), v -> Figures.decimal(v, 1),
            List.of(new Mark.Bars(days, values, beyond, Ink.CURRENT), new Mark.Steps(days, chance, Ink.SUBTLE, Stroke.solid(1))), names, List.of(),
            readings(series, p -> Figures.decimal(p.value(), 2) + ", chance " + Figures.decimal(upper(p.limits()), 2)));
    }

    private static double most(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
    }

    private static Map<Long, String> readings(MetricSeries series, java.util.function.Function<SeriesPoint, String> reading) {
        Map<Long, String> readings = new HashMap<>();
        series.points().forEach(p -> readings.put(p.date().toEpochDay(), reading.apply(p)));
        return readings;
    }

    /** Whether a baseline is there to be drawn. */
    static String named(Baseline baseline) {
        return "Baseline " + Figures.days(baseline.from(), baseline.to()) + ", " + baseline.state().word();
    }
}
