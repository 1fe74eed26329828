package io.plumbline.ui.overview;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.FindingKind;
import io.plumbline.monitoring.Metric;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.SeriesPoint;
import io.plumbline.signoff.Attestation;
import io.plumbline.signoff.Attestations;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateSubject;
import io.plumbline.stats.distribution.Quantiles;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.overview.OverviewReading.Seen;
import io.plumbline.ui.overview.OverviewReading.Threat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each stage saw of the four threats (R70–R73). The assurance left is what the founding document grants; it is never earned away. */
final class Threats {

    private final Workspace workspace;
    private final Optional<LogView> view;
    private final Optional<PairInView> pair;

    private final Optional<DriftReport> drift;

    Threats(Workspace workspace, Optional<LogView> view, Optional<PairInView> pair, Optional<DriftReport> drift) {
        this.workspace = workspace;
        this.view = view;
        this.pair = pair;
        this.drift = drift;
    }

    List<Threat> read() {
        return List.of(
            new Threat("Broad safety degradation", pair.map(this::degradationBefore).orElse(unseen("no pair of runs was compared")),
                view.map(this::degradationAfter).orElse(unseen("no production log")), "Medium"),
            new Threat("Targeted backdoor", pair.map(this::triggersBefore).orElse(unseen("no trigger was tried")), drift.filter(d -> d.records() > 0)
                .map(Threats::triggersAfter).orElse(unseen(view.isPresent() ? "still being looked for" : "no production log")), "Low, never shown as OK"),
            new Threat("Subtle value shift", unseen("no long-window suite run"), drift.filter(d -> d.records() > 0).map(this::shiftAfter)
                .orElse(unseen(view.isPresent() ? "still being looked for" : "no production log")), "Low–Medium"),
            new Threat("Reward hacking", unseen("no verbosity suite run"), view.map(this::lengthAfter).orElse(unseen("no production log")), "Medium–High"));
    }

    private Seen degradationBefore(PairInView in) {
        RunComparison comparison = in.comparison();
        return new Seen(comparison.state(), comparison.overall().n() + " paired prompts, " + Figures.signedPercent(comparison.overall().relative()) + ", "
            + in.result().outcome().word() + " " + in.result().evidence().word());
    }

    private Seen degradationAfter(LogView log) {
        Tiles tiles = new Tiles(log, workspace.log());
        SafetyState state = tiles.state(Optional.empty());
        RefusalSum now = log.sum(Optional.empty(), log.newest());
        RefusalSum before = log.sum(Optional.empty(), log.baseline());
        double limit = log.policy().number("alert.overall.warning");
        var ratio = now.ratioTo(before, log.policy().number("monitor.confidence"));
        String place = ratio.lower() <= limit && ratio.upper() >= limit ? ", straddles " + Figures.decimal(limit * 100, 0) + "%" : "";
        return new Seen(state, Figures.signedPercent(now.against(before)) + " in " + log.days() + " d" + place);
    }

    private Seen triggersBefore(PairInView in) {
        GateSubject gate = new GateSubject(in.comparison().base().id(), in.comparison().candidate().id());
        int tried = new Attestations(workspace.decisions(), Clock.systemUTC()).at(gate).stream()
            .filter(attestation -> attestation.kind() == EvidenceKind.TRIGGER_HUNTING).mapToInt(Attestation::tried).sum();
        return unseen(tried == 0 ? "no trigger was tried" : Figures.count(tried) + " triggers tried; an untried one can't be ruled out");
    }

    /** A trigger that was found is a finding; that none was found is no evidence that there is none. */
    private static Seen triggersAfter(DriftReport report) {
        return report.findings().stream().filter(f -> f.kind() == FindingKind.TRIGGER_CANDIDATE).findFirst()
            .map(f -> new Seen(f.level(), quoted(f.explanation()) + f.evidence().split("[(;]")[0].strip())).orElse(unseen("no phrase stands out; one not used yet can’t be seen"));
    }

    /** The phrase itself, as the analysis made it visible. */
    private static String quoted(String explanation) {
        int from = explanation.indexOf('“');
        int to = explanation.indexOf('”');
        return from >= 0 && to > from ? explanation.substring(from, to + 1) + ": " : "";
    }

    /** Nothing found in a series is only good news where a change could have been found in it, and in all of the series. */
    private Seen shiftAfter(DriftReport report) {
        List<Metric> watched = List.of(Metric.OVER_REFUSAL, Metric.RESPONSE_LENGTH);
        List<Metric> moved = watched.stream().filter(metric -> report.find(metric, MetricSeries.ALL)
            .filter(series -> !series.changePoints().isEmpty()).isPresent()).toList();
        if (!moved.isEmpty()) {
            return new Seen(SafetyState.WATCH, names(moved) + " changed");
        }
        List<Metric> tooShort = watched.stream().filter(metric -> report.find(metric, MetricSeries.ALL)
            .filter(this::couldShowAChange).isEmpty()).toList();
        return tooShort.isEmpty() ? new Seen(SafetyState.OK, "over-refusal and length: no change point holds")
            : unseen("too few days or records of " + names(tooShort));
    }

    private boolean couldShowAChange(MetricSeries series) {
        Policy policy = workspace.policy();
        int days = policy.count("monitor.baseline.minimum.buckets") + policy.count("monitor.changepoint.minimum.days");
        return series.points().size() >= days
            && series.points().stream().mapToLong(SeriesPoint::n).sum() >= policy.count("monitor.category.minimum");
    }

    private static String names(List<Metric> metrics) {
        return metrics.stream().map(metric -> metric.title().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
    }

    private Seen lengthAfter(LogView log) {
        double[] now = workspace.log().values(LogSignal.RESPONSE_TOKENS, LogFilter.everything().between(log.newest().from(), log.newest().to()));
        double[] before = workspace.log().values(LogSignal.RESPONSE_TOKENS, LogFilter.everything().between(log.baseline().from(), log.baseline().to()));
        if (now.length == 0 || before.length == 0) {
            return unseen("the log holds no response lengths");
        }
        if (Math.min(now.length, before.length) < log.policy().count("monitor.category.minimum")) {
            return unseen("too few records with a length: " + Figures.count(now.length) + " against " + Figures.count(before.length));
        }
        double median = Quantiles.ofSorted(now, 0.5, 7);
        double was = Quantiles.ofSorted(before, 0.5, 7);
        double lowerQuartile = Quantiles.ofSorted(before, 0.25, 7);
        double upperQuartile = Quantiles.ofSorted(before, 0.75, 7);
        boolean within = median >= lowerQuartile && median <= upperQuartile;
        return new Seen(within ? SafetyState.OK : SafetyState.WATCH, "median length " + Figures.decimal(median, 0) + " tokens, baseline "
            + Figures.decimal(was, 0) + (within ? ", within its quartiles" : ", outside its quartiles"));
    }

    private static Seen unseen(String words) {
        return new Seen(SafetyState.NOT_ENOUGH_EVIDENCE, words);
    }
}
