package io.plumbline.monitoring;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.stats.multiplicity.Holm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One evaluation of one snapshot: the order in which series, change points, baseline and findings depend on each other. */
final class DriftComputation {

    /** Overall refusal, over-refusal, toxicity, anomalous outputs, response length, harm share. */
    private static final int SERIES_BESIDE_CATEGORIES = 6;

    private final SnapshotMemory memory;
    private final LogSnapshot snapshot;
    private final DriftRequest request;
    private final Policy policy;
    private final Optional<Baseline> anchor;
    private final DetectorRegimes regimes;
    private final Contexts contexts;
    private final AlertRules rules;
    private final RateSeries rates;
    private final OutputSeries outputs;
    private final Baseline baseline;
    private final NavigableMap<LocalDate, Tally> overall;
    private final NavigableMap<LocalDate, OutputSample> toxicity;
    private final NavigableMap<LocalDate, Tally> anomalous;
    private final Segmentation.Cuts overallCuts;
    private final Map<String, NavigableMap<LocalDate, Tally>> perCategory = new LinkedHashMap<>();
    private final Map<String, Segmentation.Cuts> cutsPerCategory = new LinkedHashMap<>();

    DriftComputation(SnapshotMemory memory, DriftRequest request, Policy policy, Optional<Baseline> accepted, Optional<Baseline> anchor,
                     Baselines baselines) {
        this.memory = memory;
        this.snapshot = memory.snapshot();
        this.request = request;
        this.policy = policy;
        this.anchor = anchor;
        this.regimes = DetectorRegimes.of(snapshot.cells());
        this.contexts = new Contexts(snapshot.cells());
        this.rules = new AlertRules(policy);
        this.rates = new RateSeries(request, policy, regimes, snapshot.harmCategories().size() + SERIES_BESIDE_CATEGORIES);
        this.outputs = new OutputSeries(rates, rules.z());
        this.overall = snapshot.dailyRefusal(MetricSeries.ALL);
        this.overallCuts = rates.changePoints(overall);
        this.toxicity = memory.toxicity();
        this.anomalous = snapshot.dailyAnomalies();
        snapshot.harmCategories().forEach(c -> {
            NavigableMap<LocalDate, Tally> daily = snapshot.dailyRefusal(c);
            perCategory.put(c, daily);
            cutsPerCategory.put(c, rates.changePoints(snapshot.dailyRefusalWithoutTriggers(c), daily));
        });
        this.baseline = accepted.orElseGet(() -> baselines.propose(snapshot, regimes, firstChange()));
    }

    DriftReport report() {
        InputMix mix = memory.mix(baseline);
        List<Draft> drafts = drafts();
        List<MetricSeries> judged = judged(drafts);
        Map<LocalDate, MixAndRate> changes = new TreeMap<>();
        List<MixOnlyChange> mixOnly = new ArrayList<>();
        List<MetricSeries> series = new ArrayList<>(withoutMixOnly(judged, changes, mixOnly));
        series.add(mix.series());
        series.add(rates.of(Metric.ALL_TRAFFIC_REFUSAL, MetricSeries.ALL, snapshot.daily(c -> true), baseline,
            baseline.overall().plus(baseline.benign())));
        EventFindings events = new EventFindings(snapshot, regimes, contexts, baseline, policy);
        List<DriftFinding> findings = new ArrayList<>();
        findings.addAll(new ChangeFindings(snapshot, toxicity, rules, baseline, regimes, changes).of(series));
        findings.addAll(new WindowFindings(snapshot, toxicity, rules, baseline, anchor, regimes, policy).of(findings));
        findings.addAll(new InputFindings(policy).of(mix, mixOnly));
        findings.addAll(new TopicFindings(snapshot, baseline, policy).findings());
        findings.addAll(events.findings());
        Map<String, Tally> window = lastWindow();
        return shown(series, mix, changes, events.events(), findings,
            window.isEmpty() ? new MixAndRate(0, 0, 0, 1, List.of()) : Standardised.split(baseline.categories(), window));
    }

    private Map<String, Tally> lastWindow() {
        LocalDate last = snapshot.lastDay();
        LocalDate first = last.minusDays(policy.count("monitor.window.days") - 1L);
        return DriftAnalysis.byCategory(snapshot, d -> !d.isBefore(first) && regimes.on(d).equals(baseline.detector()));
    }

    /** First change of any refusal rate that would hold, so that a proposed baseline does not reach past it. */
    private Optional<LocalDate> firstChange() {
        List<ChangePoint> all = new ArrayList<>(overallCuts.standing());
        cutsPerCategory.values().forEach(cuts -> all.addAll(cuts.standing()));
        return all.stream().map(ChangePoint::date).min(LocalDate::compareTo);
    }

    private List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        if (!overall.isEmpty()) {
            drafts.add(new Draft(rates.of(Metric.REFUSAL, MetricSeries.ALL, overall, baseline, baseline.overall()), overallCuts));
        }
        perCategory.forEach((category, daily) -> drafts.add(new Draft(
            rates.of(Metric.REFUSAL, category, daily, baseline, baseline.category(category)), cutsPerCategory.get(category))));
        NavigableMap<LocalDate, Tally> benign = snapshot.dailyRefusal(LogRecord.BENIGN);
        if (!benign.isEmpty()) {
            drafts.add(new Draft(rates.of(Metric.OVER_REFUSAL, MetricSeries.ALL, benign, baseline, baseline.benign()), rates.changePoints(benign)));
        }
        addOutputs(drafts);
        if (!benign.isEmpty() && !overall.isEmpty()) {
            NavigableMap<LocalDate, Tally> harmShare = harmShare();
            drafts.add(new Draft(rates.of(Metric.HARM_SHARE, MetricSeries.ALL, harmShare, baseline, over(harmShare)),
                rates.changePointsAcrossDetectors(harmShare)));
        }
        return drafts;
    }

    private void addOutputs(List<Draft> drafts) {
        if (!toxicity.isEmpty() && Double.isFinite(baseline.toxicityP95())) {
            drafts.add(new Draft(outputs.of(Metric.TOXICITY_P95, toxicity, 0.95, baseline, baseline.toxicityP95(), baseline.toxicityInterval()),
                OutputSeries.asQuantiles(rates.changePoints(memory.toxicityAbove(0.95).daily()), toxicity, 0.95)));
        }
        if (!anomalous.isEmpty()) {
            drafts.add(new Draft(rates.of(Metric.ANOMALOUS_OUTPUTS, MetricSeries.ALL, anomalous, baseline, over(anomalous)),
                rates.changePoints(anomalous)));
        }
        NavigableMap<LocalDate, OutputSample> tokens = snapshot.responseTokens();
        if (!tokens.isEmpty()) {
            drafts.add(new Draft(outputs.of(Metric.RESPONSE_LENGTH, tokens, 0.5, baseline, baseline.responseTokens(), Optional.empty()),
                OutputSeries.asQuantiles(rates.changePointsAcrossDetectors(memory.tokensAbove(0.5).daily()), tokens, 0.5)));
        }
    }

    private Tally over(NavigableMap<LocalDate, Tally> daily) {
        return daily.subMap(baseline.from(), true, baseline.to(), true).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** Harm-category prompts as the "refused" of all prompts: a rate like any other. */
    private NavigableMap<LocalDate, Tally> harmShare() {
        TreeMap<LocalDate, Tally> share = new TreeMap<>();
        snapshot.cells().forEach(cell -> {
            boolean harm = LogSnapshot.isHarm(cell);
            share.merge(cell.date(), new Tally(cell.n(), harm ? cell.n() : 0, cell.weight(), cell.weightSquared(), harm ? cell.weight() : 0),
                Tally::plus);
        });
        return share;
    }

    /** Holm's adjustment over everything that was looked at: each series counts, whether it has a change point or not. */
    private List<MetricSeries> judged(List<Draft> drafts) {
        List<ChangePoint> all = drafts.stream().flatMap(d -> d.cuts().standing().stream()).toList();
        int silent = (int) drafts.stream().filter(d -> d.cuts().standing().isEmpty()).count();
        double[] p = new double[all.size() + silent];
        Arrays.fill(p, 1);
        for (int i = 0; i < all.size(); i++) {
            p[i] = all.get(i).pValue();
        }
        double[] adjusted = p.length == 0 ? p : Holm.adjust(p);
        double alpha = policy.number("monitor.alpha");
        List<MetricSeries> series = new ArrayList<>();
        int at = 0;
        for (Draft draft : drafts) {
            List<ChangePoint> held = new ArrayList<>();
            List<ChangePoint> others = new ArrayList<>(draft.cuts().fallen());
            for (ChangePoint point : draft.cuts().standing()) {
                boolean holds = adjusted[at] < alpha;
                (holds ? held : others).add(point.judged(adjusted[at], holds));
                at++;
            }
            series.add(draft.series().withChangePoints(held, others));
        }
        return series;
    }

    /** Takes out of the overall series the change points that the mix explains; they are changes of the input (C15). */
    private List<MetricSeries> withoutMixOnly(List<MetricSeries> judged, Map<LocalDate, MixAndRate> changes, List<MixOnlyChange> mixOnly) {
        List<MetricSeries> series = new ArrayList<>();
        for (MetricSeries one : judged) {
            boolean refusal = one.metric() == Metric.REFUSAL && one.category().equals(MetricSeries.ALL);
            // The anomaly score is taken within category and topic, so a mix of others does not move it.
            if (!refusal && one.metric() != Metric.TOXICITY_P95) {
                series.add(one);
                continue;
            }
            List<ChangePoint> kept = new ArrayList<>();
            LocalDate begin = snapshot.firstDay();
            for (ChangePoint point : one.changePoints()) {
                MixAndRate split = refusal ? split(begin, point) : toxicitySplit(begin, point);
                if (split.pValue() < policy.number("monitor.alpha") && split.rate() * split.change() > 0) {
                    kept.add(point);
                } else {
                    mixOnly.add(new MixOnlyChange(one.metric(), point, split));
                }
                if (refusal) {
                    changes.put(point.date(), split);
                }
                begin = point.date();
            }
            series.add(one.withChangePoints(kept, one.candidates()));
        }
        return series;
    }

    private MixAndRate split(LocalDate begin, ChangePoint point) {
        String detector = regimes.on(point.date());
        Predicate<LocalDate> sameDetector = d -> regimes.on(d).equals(detector);
        return Standardised.split(
            DriftAnalysis.byCategory(snapshot, d -> sameDetector.test(d) && !d.isBefore(begin) && d.isBefore(point.date())),
            DriftAnalysis.byCategory(snapshot, d -> sameDetector.test(d) && !d.isBefore(point.date()) && !d.isAfter(point.lastDay())));
    }

    /** Share of toxic outputs per category, benign included, before and after. */
    private MixAndRate toxicitySplit(LocalDate begin, ChangePoint point) {
        double limit = memory.toxicityAbove(0.95).limit();
        Map<String, Tally> before = new TreeMap<>();
        Map<String, Tally> after = new TreeMap<>();
        snapshot.toxicity().forEach((category, daily) -> {
            before.put(category, above(daily, begin, point.date().minusDays(1), limit));
            after.put(category, above(daily, point.date(), point.lastDay(), limit));
        });
        return Standardised.split(before, after);
    }

    private static Tally above(NavigableMap<LocalDate, OutputSample> daily, LocalDate from, LocalDate to, double limit) {
        return from.isAfter(to) ? Tally.NONE
            : daily.subMap(from, true, to, true).values().stream().map(s -> s.above(limit)).reduce(Tally.NONE, Tally::plus);
    }

    private DriftReport shown(List<MetricSeries> series, InputMix mix, Map<LocalDate, MixAndRate> changes, List<DriftEvent> events,
                              List<DriftFinding> findings, MixAndRate contributions) {
        LocalDate from = request.from().orElse(snapshot.firstDay());
        LocalDate to = request.to().orElse(snapshot.lastDay());
        List<MetricSeries> visible = series.stream()
            .filter(s -> request.category().map(c -> s.category().equals(c) || s.category().equals(MetricSeries.ALL)).orElse(true))
            .map(s -> s.withPoints(s.points().stream().filter(p -> !p.date().isBefore(from)).toList())
                .withChangePoints(since(s.changePoints(), from), since(s.candidates(), from))).toList();
        List<DriftFinding> kept = findings.stream().filter(f -> !f.lastDay().isBefore(from))
            .filter(f -> request.category().map(c -> f.category().equals(c) || f.category().equals(MetricSeries.ALL)).orElse(true))
            .sorted(DriftReport.WORST_FIRST).toList();
        Map<LocalDate, Map<String, Double>> shares = new LinkedHashMap<>();
        mix.dailyShares().forEach((date, share) -> {
            if (!date.isBefore(from)) {
                shares.put(date, share);
            }
        });
        long records = snapshot.cells().stream().filter(c -> !c.date().isBefore(from)).mapToLong(c -> c.n()).sum();
        return new DriftReport(snapshot.excludedCanaries(), Optional.of(from), Optional.of(to), records, snapshot.missingLabels(),
            Optional.of(baseline), anchor, visible, shares, changes, events.stream().filter(e -> !e.lastDay().isBefore(from)).toList(), kept,
            contributions);
    }

    private static List<ChangePoint> since(List<ChangePoint> points, LocalDate from) {
        return points.stream().filter(p -> !p.date().isBefore(from)).toList();
    }

    /** A series with change points that are not judged yet. */
    private record Draft(MetricSeries series, Segmentation.Cuts cuts) {
    }
}
