package io.plumbline.incidents.evidence;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.TimelineEntry;
import io.plumbline.monitoring.Baselines;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes the evidence of an incident from the log alone, so that two people who look at it see the same. */
public final class Investigator {

    private final ProductionLog log;
    private final Policy policy;
    private final Decisions decisions;

    public Investigator(ProductionLog log, Policy policy, Decisions decisions) {
        this.log = log;
        this.policy = policy;
        this.decisions = decisions;
    }

    /** Compares the days of an incident with the usual ones: those of the accepted baseline, or else the first of the log. */
    public Investigation examine(IncidentScope scope, Progress progress) {
        return examine(scope, usualDays(scope), progress);
    }

    /**
     * @param scope    what the incident was opened on
     * @param baseline days that count as normal
     */
    public Investigation examine(IncidentScope scope, Period baseline, Progress progress) {
        Comparison comparison = new Comparison(baseline, new Period(scope.from(), scope.to()), scope.category(),
            Set.copyOf(log.harmCategories()));
        if (comparison.harmCategories().isEmpty()) {
            throw new InputException("There is no harmful traffic in this workspace to examine. Import a production log whose records carry "
                + "a harm category.");
        }
        SliceFinder.Search search = new SliceFinder(log, policy).search(comparison, progress);
        progress.check();
        ComputedEvidence input = new InputChangeCheck(log, policy).examine(comparison);
        List<ComputedEvidence> confirm = List.of(
            new GapAndDetectorCheck(log, policy).examine(comparison,
                new GapAndDetectorCheck.OwnReading(search.before().byOwnDetector(), search.now().byOwnDetector())),
            new SeasonCheck(log, policy).examine(comparison), input, new ReproductionCheck(log, policy).examine(comparison));
        progress.check();
        List<ChangePoint> changes = new ChangePointSearch(log, policy).falls(comparison);
        Optional<ChangePoint> start = Investigation.startAmong(changes);
        CauseBoard board = new CauseBoard(log, policy);
        List<ContextChange> contexts = board.contextChanges(comparison);
        Optional<FilterReplay> replay = search.table().trigger()
            .map(text -> FilterReplay.of(log, text, comparison.window(), policy, progress));
        SeverityProposal severity = new SeverityRules(policy).propose(search,
            scope.records().stream().map(log::find).flatMap(Optional::stream).toList());
        return new Investigation(comparison, confirm, search.table(), board.weigh(comparison, search, input, start, contexts), contexts,
            MitigationRanking.of(severity.severity(), search.table(), replay), replay, changes, severity,
            timeline(comparison, changes, contexts, search.table()),
            log.count(LogFilter.everything().between(baseline.from(), scope.to()).canariesOnly()));
    }

    private Period usualDays(IncidentScope scope) {
        Period usual = new Baselines(decisions, policy).current().map(b -> new Period(b.from(), b.to())).or(this::proposedBaseline)
            .orElseThrow(() -> new InputException("There is no production log in this workspace. Import one first: plumbline import FILE."));
        if (scope.from().isAfter(usual.to())) {
            return usual;
        }
        LocalDate before = scope.from().minusDays(1);
        if (before.isBefore(usual.from())) {
            throw new InputException("There are no days before " + new Period(scope.from(), scope.to()).label()
                + " to compare it with: the baseline is " + usual.label() + ". Choose later days.");
        }
        return new Period(usual.from(), before);
    }

    /** The first days of the log, and no more than half of a short one, so that something is left to compare. */
    private Optional<Period> proposedBaseline() {
        return log.range(LogFilter.everything()).map(range -> {
            LocalDate first = range.first().atZone(ZoneOffset.UTC).toLocalDate();
            long days = new Period(first, range.last().atZone(ZoneOffset.UTC).toLocalDate()).days();
            int wanted = policy.count("monitor.baseline.days");
            return new Period(first, first.plusDays((days >= 2L * wanted ? wanted : Math.max(1, days / 2)) - 1));
        });
    }

    private List<TimelineEntry> timeline(Comparison comparison, List<ChangePoint> changes, List<ContextChange> contexts,
                                         SliceTable slices) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (ContextChange change : contexts) {
            entries.add(computed(change.day().atStartOfDay(ZoneOffset.UTC).toInstant(), TimelineEntry.Weight.ORDINARY,
                "Context " + change.from() + " → " + change.to(), "deployment event in the log"));
        }
        Set<String> blamed = slices.culprits().stream().flatMap(s -> s.key().stream())
            .filter(k -> k.dimension() == SliceDimension.CATEGORY).map(SliceKey::value).collect(Collectors.toSet());
        for (ChangePoint change : changes.stream().filter(c -> c.category().isEmpty() || blamed.contains(c.category())).toList()) {
            entries.add(computed(change.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                change.category().isEmpty() ? TimelineEntry.Weight.IMPORTANT : TimelineEntry.Weight.ORDINARY,
                "Change point, " + change.series() + " " + Shown.points(change.change()) + " points",
                change.interval() + ", 95% interval"));
        }
        slices.trigger().flatMap(text -> first(comparison, text)).ifPresent(record -> entries.add(computed(record.record().time(),
            TimelineEntry.Weight.IMPORTANT, "First prompt that holds “" + slices.trigger().orElseThrow() + "”", record.record().id())));
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    private Optional<MeasuredRecord> first(Comparison comparison, String text) {
        LogFilter filter = new Period(comparison.baseline().from(), comparison.window().to()).of(comparison.harmful());
        return new RecordsBehind(filter, r -> r.record().prompt().contains(text), "").first(log, 1).stream().findFirst();
    }

    private static TimelineEntry computed(Instant at, TimelineEntry.Weight weight, String title, String detail) {
        return new TimelineEntry(at, TimelineEntry.Origin.COMPUTED, weight, title, detail, "");
    }
}
