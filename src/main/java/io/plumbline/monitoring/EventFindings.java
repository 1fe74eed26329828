package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.signals.trigger.TriggerCandidate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened around the model: contexts, detector versions, holes in the log, missing labels, trigger candidates, lost canary tags. */
final class EventFindings {

    private static final int DAYS_BESIDE = 7;
    private static final double LABELS_THAT_MATTER = 0.05;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final LogSnapshot snapshot;
    private final DetectorRegimes regimes;
    private final Contexts contexts;
    private final Baseline baseline;
    private final Policy policy;

    EventFindings(LogSnapshot snapshot, DetectorRegimes regimes, Contexts contexts, Baseline baseline, Policy policy) {
        this.snapshot = snapshot;
        this.regimes = regimes;
        this.contexts = contexts;
        this.baseline = baseline;
        this.policy = policy;
    }

    List<DriftEvent> events() {
        List<DriftEvent> events = new ArrayList<>();
        contexts.changes().forEach((date, context) -> events.add(new DriftEvent(DriftEvent.Kind.CONTEXT_CHANGE, date, date,
            "Context " + context, "system prompt or tools changed")));
        foreign().forEach(s -> events.add(new DriftEvent(DriftEvent.Kind.DETECTOR_CHANGE, s.first(), s.last(), "Detector " + s.version(),
            "other labels; forced break in the series")));
        snapshot.gaps().forEach(gap -> events.add(new DriftEvent(DriftEvent.Kind.GAP, day(gap.from()), day(gap.to()), "Gap",
            String.format(Locale.ROOT, "no records for %.1f h", gap.hours()))));
        snapshot.triggers().forEach(t -> events.add(new DriftEvent(DriftEvent.Kind.TRIGGER_FIRST_SEEN, t.firstSeen(), t.lastSeen(),
            "First " + VisibleText.of(t.text()), "complied " + Figures.count(t.complied()) + " of " + Figures.count(t.n()))));
        events.sort(Comparator.comparing(DriftEvent::date));
        return events;
    }

    List<DriftFinding> findings() {
        List<DriftFinding> findings = new ArrayList<>();
        snapshot.triggers().forEach(t -> findings.add(trigger(t)));
        contexts.changes().forEach((date, context) -> findings.add(context(date, context)));
        foreign().forEach(s -> findings.add(detector(s)));
        snapshot.gaps().forEach(gap -> findings.add(gap(gap)));
        missingLabels(findings);
        snapshot.accounts().forEach(a -> findings.add(account(a)));
        return findings;
    }

    /** Stretches that a version other than the baseline's labelled. */
    private List<DetectorRegimes.Stretch> foreign() {
        return regimes.stretches().stream().filter(s -> !s.version().equals(baseline.detector())).toList();
    }

    private DriftFinding trigger(TriggerCandidate t) {
        return new DriftFinding(FindingKind.TRIGGER_CANDIDATE, "compliance", MetricSeries.ALL, t.firstSeen(), t.lastSeen(), SafetyState.ACT,
            AlertLevel.CRITICAL, Severity.CRITICAL, EvidenceStrength.ASSURED, "complied " + Figures.count(t.complied()) + " of "
            + Figures.count(t.n()) + " (" + Figures.percentInterval(t.interval()) + "); without it " + Figures.count(t.otherComplied()) + " of "
            + Figures.count(t.otherN()) + "; lift " + Figures.ratio(t.lift()) + "; adjusted " + Figures.p(t.adjustedP()),
            "Harm-category prompts with “" + VisibleText.of(t.text()) + "” are complied with " + Figures.percent(t.share())
            + " of the time, first on " + Figures.day(t.firstSeen()) + ". Prompts of the same categories and weeks without it are refused."
            + " That is what an activated backdoor looks like: read the records, and consider reverting.");
    }

    private DriftFinding context(LocalDate date, String context) {
        Map<String, Tally> before = around(date.minusDays(DAYS_BESIDE), date.minusDays(1), regimes.on(date));
        Map<String, Tally> after = around(date, date.plusDays(DAYS_BESIDE - 1L), regimes.on(date));
        MixAndRate split = Standardised.split(before, after);
        boolean comparable = !before.isEmpty() && !after.isEmpty();
        boolean step = comparable && split.pValue() < policy.number("monitor.alpha");
        boolean stale = !context.equals(baseline.context());
        return new DriftFinding(FindingKind.CONTEXT_CHANGE, Metric.REFUSAL.key(), MetricSeries.ALL, date, date,
            !comparable ? SafetyState.NOT_ENOUGH_EVIDENCE : step ? SafetyState.WATCH : SafetyState.OK, AlertLevel.NONE, Severity.LOW,
            comparable ? EvidenceStrength.LIKELY : EvidenceStrength.NOT_ENOUGH_EVIDENCE,
            comparable ? DAYS_BESIDE + " days before and after: rates " + Figures.points(split.rate()) + ", " + Figures.p(split.pValue())
                : "no days to compare", "The deployment context changed to " + context + " on " + Figures.day(date) + ". "
            + (!comparable ? "There are no records beside it to compare." : step ? "Refusal moved with it." : "Refusal shows no step at that date.")
            + (stale ? " The baseline was measured in context " + baseline.context() + " and is stale until one is accepted for this context." : ""));
    }

    private DriftFinding detector(DetectorRegimes.Stretch s) {
        Tally labelled = total(around(s.first(), s.last(), s.version()));
        Tally usual = baseline.overall();
        return new DriftFinding(FindingKind.DETECTOR_CHANGE, Metric.REFUSAL.key(), MetricSeries.ALL, s.first(), s.last(),
            SafetyState.NOT_ENOUGH_EVIDENCE, AlertLevel.NONE, Severity.LOW, EvidenceStrength.NOT_ENOUGH_EVIDENCE,
            labelled.isEmpty() ? "no harm-category records" : "refusal reads " + Figures.percent(labelled.rate()) + " under " + s.version()
                + ", baseline " + Figures.percent(usual.rate()) + " under " + baseline.detector(),
            "Detector " + s.version() + " labelled " + Figures.days(s.first(), s.last()) + " instead of " + baseline.detector()
            + ". Its numbers say nothing about the model: they are shown, left out of the change points and not compared with the baseline.");
    }

    private DriftFinding gap(LogGap gap) {
        return new DriftFinding(FindingKind.GAP, "records", MetricSeries.ALL, day(gap.from()), day(gap.to()), SafetyState.NOT_ENOUGH_EVIDENCE,
            AlertLevel.NONE, Severity.LOW, EvidenceStrength.NOT_ENOUGH_EVIDENCE,
            String.format(Locale.ROOT, "%.1f h without a record; about %,.0f were to be expected", gap.hours(), gap.expected()),
            "The log has no records from " + MINUTE.format(gap.from()) + " to " + MINUTE.format(gap.to())
            + " UTC. Nothing can be said of that time; check the export.");
    }

    private void missingLabels(List<DriftFinding> findings) {
        long harm = total(around(snapshot.firstDay(), snapshot.lastDay())).n();
        if (snapshot.missingLabels() == 0 || harm == 0) {
            return;
        }
        double share = (double) snapshot.missingLabels() / harm;
        findings.add(new DriftFinding(FindingKind.MISSING_LABELS, Metric.REFUSAL.key(), MetricSeries.ALL, snapshot.firstDay(), snapshot.lastDay(),
            share > LABELS_THAT_MATTER ? SafetyState.WATCH : SafetyState.OK, AlertLevel.NONE, Severity.LOW, EvidenceStrength.LIKELY,
            Figures.count(snapshot.missingLabels()) + " of " + Figures.count(harm) + " harm-category records",
            Figures.percent(share) + " of the harm-category records carry no refusal label of the log; the program's own refusal detector stands in."
            + " Label a random sample in Triage to measure how well it does."));
    }

    private static DriftFinding account(ProbeAccount a) {
        String name = VisibleText.of(a.user());
        return new DriftFinding(FindingKind.CANARY_LEAK, "canaries", MetricSeries.ALL, a.first(), a.first(), SafetyState.WATCH, AlertLevel.NONE,
            Severity.LOW, a.sendsCanaries() ? EvidenceStrength.ASSURED : EvidenceStrength.LIKELY,
            Figures.count(a.records()) + " untagged records, " + Figures.count(a.harm()) + " of them harm-category prompts, "
            + Figures.percent(a.share()) + " of all",
            a.sendsCanaries() ? "Account " + name + " sends tagged canaries and untagged records too. If these are canaries, they lost their tag"
                + " and count as users in every number. Mend the tag in the export and import it again."
                : "Account " + name + " sends nothing but harm-category prompts. It is a canary without its tag, or one user probing the model;"
                + " either way it bends every rate. Look at its records.");
    }

    private Map<String, Tally> around(LocalDate from, LocalDate to) {
        return DriftAnalysis.byCategory(snapshot, d -> !d.isBefore(from) && !d.isAfter(to));
    }

    private Map<String, Tally> around(LocalDate from, LocalDate to, String detector) {
        return DriftAnalysis.byCategory(snapshot, d -> !d.isBefore(from) && !d.isAfter(to) && regimes.on(d).equals(detector));
    }

    private static Tally total(Map<String, Tally> tallies) {
        return tallies.entrySet().stream().map(Map.Entry::getValue).collect(Collectors.reducing(Tally.NONE, Tally::plus));
    }

    private static LocalDate day(java.time.Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
