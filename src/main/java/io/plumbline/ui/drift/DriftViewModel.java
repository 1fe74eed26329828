package io.plumbline.ui.drift;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.ChangePoint;
import io.plumbline.monitoring.DriftAnalysis;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.DriftRequest;
import io.plumbline.monitoring.FindingKind;
import io.plumbline.monitoring.LogSnapshot;
import io.plumbline.monitoring.MeasuredAnomalies;
import io.plumbline.monitoring.Metric;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.OutputSample;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import io.plumbline.ui.charts.Brush;
import io.plumbline.ui.charts.ChartStack;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The Drift screen without its window: what is looked at, what was found, what is brushed, what the drawer shows. */
public final class DriftViewModel {

    static final int PAGE = 40;

    private final ProductionLog log;
    private final Policy policy;
    private final Decisions decisions;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final DriftAnalysis analysis;
    private final ReadOnlyObjectWrapper<Optional<DriftReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ChartStack> charts = new ReadOnlyObjectWrapper<>(ChartStack.empty());
    private final ReadOnlyObjectWrapper<Optional<BrushedDays>> brushed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DriftDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<DriftSignal> signal = new SimpleObjectProperty<>(DriftSignal.TOXICITY);
    private Optional<LogSnapshot> snapshot = Optional.empty();
    private DriftRequest request;
    private String category = MetricSeries.ALL;
    private Optional<Brush> brush = Optional.empty();

    DriftViewModel(ProductionLog log, Policy policy, Decisions decisions, MeasuredAnomalies anomalies, TaskRunner tasks, ErrorSurface errors) {
        this.log = log;
        this.policy = policy;
        this.decisions = decisions;
        this.tasks = tasks;
        this.errors = errors;
        this.analysis = new DriftAnalysis(log, policy, decisions, anomalies);
        this.request = DriftRequest.of(policy);
        signal.addListener((value, was, is) -> readBrushed());
    }

    ReadOnlyObjectProperty<Optional<DriftReport>> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ChartStack> charts() {
        return charts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<BrushedDays>> brushed() {
        return brushed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<DriftDetail>> detail() {
        return detail.getReadOnlyProperty();
    }

    ObjectProperty<DriftSignal> signal() {
        return signal;
    }

    DriftRequest request() {
        return request;
    }

    String category() {
        return category;
    }

    Policy policy() {
        return policy;
    }

    /** Reads the log again, because it or the baseline changed. */
    void reload() {
        DriftRequest wanted = request;
        tasks.start("drift.read", "Reading the production log", progress -> {
            LogSnapshot read = analysis.read(wanted, progress);
            return new Evaluated(read, analysis.evaluate(read, wanted));
        }, this::show, errors::show);
    }

    /** Looks at the same log in another way. */
    void look(UnaryOperator<DriftRequest> change) {
        request = change.apply(request);
        DriftRequest wanted = request;
        snapshot.ifPresent(read -> tasks.start("drift.evaluate", "Computing the drift charts",
            progress -> new Evaluated(read, analysis.evaluate(read, wanted)), this::show, errors::show));
    }

    void choose(String wanted) {
        if (!wanted.equals(category)) {
            category = wanted;
            detail.set(findings());
            draw();
            readBrushed();
        }
    }

    private void show(Evaluated evaluated) {
        snapshot = Optional.of(evaluated.snapshot());
        if (!category.equals(MetricSeries.ALL) && !evaluated.report().categories().contains(category)) {
            category = MetricSeries.ALL;
        }
        report.set(Optional.of(evaluated.report()));
        draw();
        boolean stale = detail.get().isEmpty() || detail.get().orElseThrow() instanceof DriftDetail.Findings
            || detail.get().orElseThrow() instanceof DriftDetail.Change;
        if (stale) {
            detail.set(detail.get().filter(DriftDetail.Change.class::isInstance).map(DriftDetail.Change.class::cast)
                .flatMap(c -> changeOn(c.point().date())).map(DriftDetail.class::cast).or(this::firstDetail));
        }
    }

    private void draw() {
        report.get().ifPresent(r -> charts.set(new DriftCharts(r, snapshot.orElseThrow(), policy, category, request.rollingDays()).stack()));
    }

    /** The chart's plainest change point first, else the findings. */
    private Optional<DriftDetail> firstDetail() {
        return shownSeries().flatMap(s -> s.changePoints().stream().min(Comparator.comparingDouble(ChangePoint::adjustedP)))
            .flatMap(p -> changeOn(p.date())).map(DriftDetail.class::cast).or(this::findings);
    }

    Optional<MetricSeries> shownSeries() {
        return report.get().flatMap(r -> r.find(Metric.REFUSAL, category));
    }

    private Optional<DriftDetail> findings() {
        return report.get().map(r -> new DriftDetail.Findings(r.findings()));
    }

    private Optional<DriftDetail.Change> changeOn(LocalDate date) {
        return shownSeries().flatMap(s -> s.changePoints().stream().filter(p -> p.date().equals(date)).findFirst())
            .map(point -> new DriftDetail.Change(point, category, findingOf(point),
                category.equals(MetricSeries.ALL) ? Optional.ofNullable(report.get().orElseThrow().changes().get(point.date())) : Optional.empty()));
    }

    private Optional<DriftFinding> findingOf(ChangePoint point) {
        return report.get().orElseThrow().findings().stream().filter(f -> f.kind() == FindingKind.SAFETY_DRIFT
            && f.metric().equals(Metric.REFUSAL.key()) && f.category().equals(category) && f.date().equals(point.date())).findFirst();
    }

    void openChange(LocalDate date) {
        changeOn(date).ifPresent(change -> detail.set(Optional.of(change)));
    }

    void openFindings() {
        detail.set(findings());
    }

    /** Goes where a finding points: its category, and its change point where it has one. */
    void open(DriftFinding finding) {
        if (report.get().orElseThrow().categories().contains(finding.category()) || finding.category().equals(MetricSeries.ALL)) {
            choose(finding.category());
        }
        if (changeOn(finding.date()).isPresent()) {
            openChange(finding.date());
        } else {
            openRecords(finding.date(), finding.lastDay(), 0);
        }
    }

    void closeDetail() {
        detail.set(Optional.empty());
    }

    void mark(Optional<Brush> days) {
        if (!days.equals(brush)) {
            brush = days;
            readBrushed();
        }
    }

    Optional<Brush> marked() {
        return brush;
    }

    private void readBrushed() {
        if (brush.isEmpty() || snapshot.isEmpty() || report.get().flatMap(DriftReport::baseline).isEmpty()) {
            brushed.set(Optional.empty());
            return;
        }
        LocalDate from = LocalDate.ofEpochDay(brush.get().first());
        LocalDate to = LocalDate.ofEpochDay(brush.get().last());
        LogSnapshot read = snapshot.get();
        Baseline baseline = report.get().orElseThrow().baseline().orElseThrow();
        DriftSignal wanted = signal.get();
        tasks.start("drift.brush", "Counting the brushed records", progress -> new BrushedDays(from, to, log.count(filter(from, to)),
            log.count(filter(from, to).canariesOnly()),
            Distribution.of(sample(read, wanted, baseline.from(), baseline.to()), sample(read, wanted, from, to), wanted, policy)),
            days -> brushed.set(Optional.of(days)), errors::show);
    }

    private OutputSample sample(LogSnapshot read, DriftSignal wanted, LocalDate from, LocalDate to) {
        return wanted == DriftSignal.TOXICITY ? read.toxicityBetween(from, to) : read.responseTokensBetween(from, to);
    }

    private LogFilter filter(LocalDate from, LocalDate to) {
        LogFilter days = LogFilter.everything().between(from, to);
        return category.equals(MetricSeries.ALL) ? days : days.inCategories(Set.of(category));
    }

    /** A page of the records of these days, in the category in view. */
    void openRecords(LocalDate from, LocalDate to, int offset) {
        String wanted = category;
        LogFilter filter = filter(from, to);
        tasks.start("drift.records", "Reading records", progress -> new DriftDetail.Records(from, to, wanted, offset, log.count(filter),
            log.page(filter, offset, PAGE)), page -> detail.set(Optional.of(page)), errors::show);
    }

    /** Every opening of a text is a decision in the journal, before the text is shown. */
    void reveal(MeasuredRecord record, Runnable shown) {
        tasks.start("drift.reveal." + ProductionLog.keyOf(record), "Logging what was opened", progress -> decisions.record(
            DecisionKinds.TEXT_REVEALED, ProductionLog.keyOf(record), Map.of("screen", "drift")), entry -> shown.run(), errors::show);
    }

    /** Accepts the baseline in view, or one over the brushed days. */
    void accept(Baseline baseline, String reason) {
        tasks.start("drift.accept", "Accepting the baseline", progress -> {
            analysis.baselines().accept(baseline, reason);
            return baseline;
        }, accepted -> reload(), errors::show);
    }

    /** What would be accepted: the brushed days, or the proposal in view. */
    Optional<Baseline> baselineOffered() {
        return snapshot.flatMap(read -> brush.map(b -> analysis.proposal(read, LocalDate.ofEpochDay(b.first()), LocalDate.ofEpochDay(b.last()))))
            .or(() -> report.get().flatMap(DriftReport::baseline).filter(b -> b.state() == Baseline.State.PROPOSED));
    }

    /** Safety findings that touch these days. */
    long safetyFindingsIn(LocalDate from, LocalDate to) {
        return report.get().map(DriftReport::findings).orElse(List.of()).stream().filter(f -> f.kind() == FindingKind.SAFETY_DRIFT
            && f.level() != SafetyState.OK && !f.date().isAfter(to) && !f.lastDay().isBefore(from)).count();
    }

    /** The head's sentence. */
    String sentence() {
        if (report.get().isEmpty() || report.get().orElseThrow().from().isEmpty()) {
            return "";
        }
        List<DriftFinding> safety = report.get().orElseThrow().findings().stream()
            .filter(f -> f.kind() == FindingKind.SAFETY_DRIFT && f.level() != SafetyState.OK
                && f.level() != SafetyState.NOT_ENOUGH_EVIDENCE).sorted(Comparator.comparing(DriftFinding::date)).toList();
        List<DriftFinding> input = report.get().orElseThrow().findings().stream().filter(f -> f.kind() == FindingKind.INPUT_DRIFT).toList();
        String inputs = input.isEmpty() ? "Inputs are stable"
            : "Inputs moved on " + Figures.shortDay(input.stream().map(DriftFinding::date).min(LocalDate::compareTo).orElseThrow());
        return safety.isEmpty() ? inputs + ", safety did not move beyond chance" : inputs + ", safety on " + Figures.shortDay(safety.get(0).date());
    }

    /** "1 point holds, 2 more at 2 log n". */
    String pointsSentence() {
        return shownSeries().map(s -> s.changePoints().size() + (s.changePoints().size() == 1 ? " point holds" : " points hold")
            + (s.candidates().isEmpty() ? "" : ", " + s.candidates().size() + " more at " + Figures.decimal(request.penalty(), 1) + " log n")).orElse("");
    }

    String alarmSentence() {
        int days = shownSeries().map(s -> s.points().size()).orElse(0);
        return Sensitivity.sentence(request.penalty(), days, policy.count("monitor.changepoint.minimum.days"));
    }

    /** What was read and what it gave. */
    private record Evaluated(LogSnapshot snapshot, DriftReport report) {
    }
}
