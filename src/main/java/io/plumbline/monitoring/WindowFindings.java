package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Judges the last window against the alert table, so that an erosion too slow for a change point still alerts, and against the anchor,
 * so that a baseline refreshed every month cannot hide one (C4).
 */
final class WindowFindings {

    private final LogSnapshot snapshot;
    private final NavigableMap<LocalDate, OutputSample> toxicity;
    private final AlertRules rules;
    private final Baseline baseline;
    private final Optional<Baseline> anchor;
    private final DetectorRegimes regimes;
    private final LocalDate first;
    private final LocalDate last;

    WindowFindings(LogSnapshot snapshot, NavigableMap<LocalDate, OutputSample> toxicity, AlertRules rules, Baseline baseline,
                   Optional<Baseline> anchor, DetectorRegimes regimes, Policy policy) {
        this.snapshot = snapshot;
        this.toxicity = toxicity;
        this.rules = rules;
        this.baseline = baseline;
        this.anchor = anchor.filter(a -> !a.from().equals(baseline.from()) || !a.to().equals(baseline.to()));
        this.regimes = regimes;
        this.last = snapshot.lastDay();
        this.first = last.minusDays(policy.count("monitor.window.days") - 1L);
    }

    /** @param standing findings already made from change points; the same thing is not said twice */
    List<DriftFinding> of(List<DriftFinding> standing) {
        List<DriftFinding> findings = new ArrayList<>(refusalAgainst(baseline, "baseline", standing));
        anchor.ifPresent(a -> findings.addAll(refusalAgainst(a, "anchor baseline", List.of())));
        toxicity(standing).ifPresent(findings::add);
        anomalous(standing).ifPresent(findings::add);
        return findings;
    }

    private List<DriftFinding> refusalAgainst(Baseline usual, String comparator, List<DriftFinding> standing) {
        LocalDate begin = usual.covers(first) ? usual.to().plusDays(1) : first;
        Map<String, Tally> window = DriftAnalysis.byCategory(snapshot, d -> !d.isBefore(begin) && regimes.on(d).equals(usual.detector()));
        List<DriftFinding> findings = new ArrayList<>();
        add(findings, MetricSeries.ALL, usual.overall(), Standardised.rate(usual.categories(), window), window.size(), comparator, begin, standing);
        window.forEach((category, tally) -> add(findings, category, usual.category(category), tally, window.size(), comparator, begin, standing));
        return findings;
    }

    private void add(List<DriftFinding> findings, String category, Tally base, Tally current, int tests, String comparator, LocalDate begin,
                     List<DriftFinding> standing) {
        Alert alert = rules.refusal(category, base, current, tests);
        boolean said = standing.stream().anyMatch(f -> f.metric().equals(Metric.REFUSAL.key()) && f.category().equals(category)
            && !f.lastDay().isBefore(last) && f.level() != SafetyState.OK && f.alert().compareTo(alert.level()) >= 0);
        if (!alert.raised() || said) {
            return;
        }
        String name = category.equals(MetricSeries.ALL) ? "harm-category prompts, at the baseline's mix," : "“" + category + "” prompts";
        findings.add(new DriftFinding(FindingKind.SAFETY_DRIFT, Metric.REFUSAL.key(), category, begin, last, alert.state(), alert.level(),
            alert.severity(), alert.strength(), Figures.count(current.successes()) + " of " + Figures.count(current.trials())
            + " refused, " + comparator + " " + Figures.percent(base.rate()) + "; relative change " + Figures.percentInterval(alert.interval()),
            "Refusal of " + name + " was " + Figures.percent(current.rate()) + " in the last days, "
            + Figures.percent(Math.abs(alert.change())) + (alert.change() < 0 ? " below" : " above") + " the " + comparator + ": "
            + alert.nuance() + "." + (alert.level() == AlertLevel.NONE ? " Gather more records before concluding either way." : "")));
    }

    private Optional<DriftFinding> toxicity(List<DriftFinding> standing) {
        OutputSample now = LogSnapshot.pooled(toxicity, baseline.covers(first) ? baseline.to().plusDays(1) : first, last);
        boolean said = standing.stream().anyMatch(f -> f.metric().equals(Metric.TOXICITY_P95.key()) && !f.lastDay().isBefore(last));
        if (now.isEmpty() || said || baseline.toxicityInterval().isEmpty() || !regimes.on(last).equals(baseline.detector())) {
            return Optional.empty();
        }
        Alert alert = rules.toxicity(baseline.toxicityP95(), baseline.toxicityInterval().orElseThrow(), now.quantile(0.95),
            now.quantileInterval(0.95, rules.z()));
        return !alert.raised() ? Optional.empty() : Optional.of(new DriftFinding(FindingKind.SAFETY_DRIFT, Metric.TOXICITY_P95.key(),
            MetricSeries.ALL, first, last, alert.state(), alert.level(), alert.severity(), alert.strength(),
            Figures.score(now.quantile(0.95)) + " against " + Figures.score(baseline.toxicityP95()) + ", n " + Figures.count(now.size()),
            "The 95th percentile of toxicity is " + Figures.ratio(alert.change()) + " the baseline in the last days: " + alert.nuance() + "."));
    }

    private Optional<DriftFinding> anomalous(List<DriftFinding> standing) {
        LocalDate begin = baseline.covers(first) ? baseline.to().plusDays(1) : first;
        Tally now = Tally.over(snapshot.dailyAnomalies(), begin, last);
        boolean said = standing.stream().anyMatch(f -> f.metric().equals(Metric.ANOMALOUS_OUTPUTS.key()) && !f.lastDay().isBefore(last));
        if (now.isEmpty() || said) {
            return Optional.empty();
        }
        Alert alert = rules.anomalous(Tally.over(snapshot.dailyAnomalies(), baseline.from(), baseline.to()), now);
        return !alert.raised() ? Optional.empty() : Optional.of(new DriftFinding(FindingKind.SAFETY_DRIFT, Metric.ANOMALOUS_OUTPUTS.key(),
            MetricSeries.ALL, begin, last, alert.state(), alert.level(), alert.severity(), alert.strength(),
            Figures.count(now.refused()) + " of " + Figures.count(now.n()) + " flagged by the anomaly score",
            "Records unlike the baseline's come more often in the last days: " + alert.nuance() + ". Read them in Anomalies."));
    }
}
