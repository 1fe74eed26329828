package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Turns change points into findings: what moved, by how much, how far past the limits, and where to look. */
final class ChangeFindings {

    private final LogSnapshot snapshot;
    private final NavigableMap<LocalDate, OutputSample> toxicity;
    private final AlertRules rules;
    private final Baseline baseline;
    private final DetectorRegimes regimes;
    private final Map<LocalDate, MixAndRate> changes;

    ChangeFindings(LogSnapshot snapshot, NavigableMap<LocalDate, OutputSample> toxicity, AlertRules rules, Baseline baseline,
                   DetectorRegimes regimes, Map<LocalDate, MixAndRate> changes) {
        this.snapshot = snapshot;
        this.toxicity = toxicity;
        this.rules = rules;
        this.baseline = baseline;
        this.regimes = regimes;
        this.changes = changes;
    }

    List<DriftFinding> of(List<MetricSeries> all) {
        int categories = (int) all.stream().filter(s -> s.metric() == Metric.REFUSAL && !s.category().equals(MetricSeries.ALL)).count();
        List<DriftFinding> findings = new ArrayList<>();
        for (MetricSeries series : all) {
            LocalDate begin = snapshot.firstDay();
            for (ChangePoint point : series.changePoints()) {
                findings.add(switch (series.metric()) {
                    case REFUSAL -> refusal(series, point, begin, categories);
                    case TOXICITY_P95 -> toxicity(point);
                    case ANOMALOUS_OUTPUTS -> anomalous(series, point);
                    case OVER_REFUSAL -> moved(FindingKind.PERFORMANCE_DRIFT, series, point, "Over-refusal", rate(point),
                        point.fell() ? "Fewer harmless prompts are refused."
                            : "More harmless prompts are refused: a cost in usefulness, not in safety.");
                    case RESPONSE_LENGTH -> moved(FindingKind.OUTPUT_DRIFT, series, point, "Median length of benign answers",
                        String.format(java.util.Locale.ROOT, "%.0f → %.0f tokens", point.before(), point.after()),
                        "The answers changed although these prompts ask for no harm. Look at what was deployed around that day.");
                    case HARM_SHARE -> moved(FindingKind.INPUT_DRIFT, series, point, "Share of harm-category prompts", rate(point),
                        "People ask differently; the rates inside the categories are judged apart.");
                    case ALL_TRAFFIC_REFUSAL, CATEGORY_MIX -> throw new IllegalStateException("not segmented: " + series.metric());
                });
                begin = point.date();
            }
        }
        return findings;
    }

    private DriftFinding refusal(MetricSeries series, ChangePoint point, LocalDate begin, int categories) {
        Alert alert = refusalAlert(series.category(), point, begin, categories);
        String name = series.category().equals(MetricSeries.ALL) ? "harm-category prompts" : "“" + series.category() + "” prompts";
        String sentence = "Refusal of " + name + (point.fell() ? " fell " : " rose ") + Figures.percent(Math.abs(point.relative()))
            + " (" + Figures.percent(point.before()) + " → " + Figures.percent(point.after()) + ") on " + dated(point) + ".";
        MixAndRate split = series.category().equals(MetricSeries.ALL) ? changes.get(point.date()) : null;
        String because = split == null || split.contributions().isEmpty() ? ""
            : " Rates explain " + Math.round(100 * split.rateShare()) + "% of it, most of it in “" + split.contributions().get(0).category()
            + "” (" + Figures.points(split.contributions().get(0).rate()) + ").";
        String after = point.fell() ? " Against the baseline: " + alert.nuance() + "." + nearest(point.date())
            : " A rise never blocks; look at over-refusal.";
        SafetyState state = point.fell() ? alert.state() == SafetyState.OK ? SafetyState.WATCH : alert.state() : SafetyState.OK;
        return new DriftFinding(FindingKind.SAFETY_DRIFT, series.metric().key(), series.category(), point.date(), point.lastDay(), state,
            point.fell() ? alert.level() : AlertLevel.NONE, point.fell() ? alert.severity() : Severity.LOW, alert.strength(), evidence(point),
            sentence + because + after);
    }

    /** After against the baseline; where another detector labelled these days, against the stretch before. */
    private Alert refusalAlert(String category, ChangePoint point, LocalDate begin, int categories) {
        String detector = regimes.on(point.date());
        Map<String, Tally> after = between(point.date(), point.lastDay(), detector);
        Map<String, Tally> usual = detector.equals(baseline.detector()) ? baseline.categories()
            : between(begin, point.date().minusDays(1), detector);
        if (category.equals(MetricSeries.ALL)) {
            Tally base = usual.values().stream().reduce(Tally.NONE, Tally::plus);
            return rules.refusal(category, base, Standardised.rate(usual, after), categories);
        }
        return rules.refusal(category, usual.getOrDefault(category, Tally.NONE), after.getOrDefault(category, Tally.NONE), categories);
    }

    private Map<String, Tally> between(LocalDate from, LocalDate to, String detector) {
        return DriftAnalysis.byCategory(snapshot, d -> !d.isBefore(from) && !d.isAfter(to) && regimes.on(d).equals(detector));
    }

    private DriftFinding toxicity(ChangePoint point) {
        OutputSample after = LogSnapshot.pooled(toxicity, point.date(), point.lastDay());
        Optional<Alert> alert = baseline.toxicityInterval().map(interval ->
            rules.toxicity(baseline.toxicityP95(), interval, after.quantile(0.95), after.quantileInterval(0.95, rules.z())));
        boolean rose = !point.fell();
        SafetyState state = rose ? alert.map(Alert::state).filter(s -> s != SafetyState.OK).orElse(SafetyState.WATCH) : SafetyState.OK;
        return new DriftFinding(FindingKind.SAFETY_DRIFT, Metric.TOXICITY_P95.key(), MetricSeries.ALL, point.date(), point.lastDay(), state,
            rose ? alert.map(Alert::level).orElse(AlertLevel.NONE) : AlertLevel.NONE,
            rose ? alert.map(Alert::severity).orElse(Severity.LOW) : Severity.LOW, alert.map(Alert::strength).orElse(EvidenceStrength.LIKELY),
            evidence(point), "The 95th percentile of toxicity " + (rose ? "rose" : "fell") + " from " + Figures.score(point.before()) + " to "
            + Figures.score(point.after()) + " on " + dated(point) + ", " + Figures.ratio(after.quantile(0.95) / baseline.toxicityP95())
            + " the baseline." + alert.filter(a -> rose).map(a -> " It " + a.nuance() + ".").orElse(""));
    }

    private DriftFinding anomalous(MetricSeries series, ChangePoint point) {
        NavigableMap<LocalDate, Tally> daily = snapshot.dailyAnomalies();
        Tally base = Tally.over(daily, baseline.from(), baseline.to());
        Tally after = Tally.over(daily, point.date(), point.lastDay());
        Alert alert = rules.anomalous(base, after);
        boolean rose = !point.fell();
        return new DriftFinding(FindingKind.SAFETY_DRIFT, series.metric().key(), MetricSeries.ALL, point.date(), point.lastDay(),
            rose ? alert.state() == SafetyState.OK ? SafetyState.WATCH : alert.state() : SafetyState.OK,
            rose ? alert.level() : AlertLevel.NONE, rose ? alert.severity() : Severity.LOW, alert.strength(), evidence(point),
            "Records unlike all but 0.1% of the baseline's, by the anomaly score, " + (rose ? "rose" : "fell") + " to " + Figures.percent(after.rate()) + " ("
            + Figures.count(after.refused()) + " of " + Figures.count(after.n()) + ") on " + dated(point) + "."
            + (rose ? " Beyond the baseline's own share: " + Figures.percentInterval(alert.interval()) + ", " + alert.nuance()
            + ". Read them in Triage." : ""));
    }

    private DriftFinding moved(FindingKind kind, MetricSeries series, ChangePoint point, String what, String howMuch, String meaning) {
        return new DriftFinding(kind, series.metric().key(), series.category(), point.date(), point.lastDay(), SafetyState.WATCH,
            AlertLevel.NONE, Severity.LOW, EvidenceStrength.ASSURED, evidence(point),
            what + (point.fell() ? " fell: " : " rose: ") + howMuch + " on " + dated(point) + ". " + meaning);
    }

    private String nearest(LocalDate date) {
        return new Contexts(snapshot.cells()).changes().entrySet().stream()
            .filter(e -> Math.abs(e.getKey().toEpochDay() - date.toEpochDay()) <= 3).findFirst()
            .map(e -> " The context changed to " + e.getValue() + " on " + Figures.day(e.getKey()) + ".").orElse("");
    }

    private static String rate(ChangePoint point) {
        return Figures.percent(point.before()) + " → " + Figures.percent(point.after());
    }

    private static String dated(ChangePoint point) {
        return Figures.day(point.date()) + (point.earliest().equals(point.latest()) ? ""
            : " (95% interval " + Figures.days(point.earliest(), point.latest()) + ")");
    }

    private static String evidence(ChangePoint point) {
        return "n " + Figures.count(point.beforeN()) + " before, " + Figures.count(point.afterN()) + " after; difference "
            + Figures.pointsInterval(point.difference()) + " pp; adjusted " + Figures.p(point.adjustedP())
            + point.cusumAlarm().map(day -> "; CUSUM alarm " + Figures.day(day)).orElse("; no CUSUM alarm");
    }
}
