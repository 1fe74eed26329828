package io.plumbline.monitoring;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds what changed in production (R10–R22): reads the log once, then computes series, change points, events and findings. The second
 * half touches no store, so the screen can repeat it for every move of a slider.
 */
public final class DriftAnalysis {

    private final ProductionLog log;
    private final Policy policy;
    private final Baselines baselines;
    private final MeasuredAnomalies anomalies;
    private final AtomicReference<Optional<SnapshotMemory>> memory = new AtomicReference<>(Optional.empty());

    /** Without the anomaly score, which is then not measured. */
    public DriftAnalysis(ProductionLog log, Policy policy, Decisions decisions) {
        this(log, policy, decisions, MeasuredAnomalies.NONE);
    }

    /** @param anomalies where the flags of the anomaly score come from */
    public DriftAnalysis(ProductionLog log, Policy policy, Decisions decisions, MeasuredAnomalies anomalies) {
        this.anomalies = anomalies;
        this.log = log;
        this.policy = policy;
        this.baselines = new Baselines(decisions, policy);
    }

    /** Reads and computes. */
    public DriftReport analyse(DriftRequest request, Progress progress) {
        return evaluate(read(request, progress), request);
    }

    /** Reads what any request with the same last day needs. */
    public LogSnapshot read(DriftRequest request, Progress progress) {
        return new LogReading(log, policy, anomalies).upTo(request.to(), progress);
    }

    /** Computes from what was read. */
    public DriftReport evaluate(LogSnapshot snapshot, DriftRequest request) {
        Optional<Baseline> anchor = baselines.anchor();
        if (snapshot.isEmpty()) {
            return DriftReport.empty(snapshot.excludedCanaries(), baselines.current(), anchor);
        }
        request.category().ifPresent(category -> requireKnown(snapshot, category));
        return new DriftComputation(memoryOf(snapshot), request, policy, baselines.current(), anchor, baselines).report();
    }

    private SnapshotMemory memoryOf(LogSnapshot snapshot) {
        return memory.updateAndGet(last -> last.filter(m -> m.isOf(snapshot)).or(() -> Optional.of(new SnapshotMemory(snapshot)))).orElseThrow();
    }

    /** The numbers of these days as a baseline that a person may accept. */
    public Baseline proposal(LogSnapshot snapshot, LocalDate from, LocalDate to) {
        return Baselines.measure(snapshot, from, to, policy.number("monitor.confidence"));
    }

    public Baselines baselines() {
        return baselines;
    }

    public Policy policy() {
        return policy;
    }

    private static void requireKnown(LogSnapshot snapshot, String category) {
        List<String> known = snapshot.harmCategories();
        if (!known.contains(category)) {
            throw new InputException("The log has no harm category “" + category + "”. It has: "
                + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
        }
    }

    /** Per category, the tally of some days, as comparisons of mixes need it. */
    static Map<String, Tally> byCategory(LogSnapshot snapshot, java.util.function.Predicate<LocalDate> wanted) {
        Map<String, Tally> tallies = new java.util.TreeMap<>();
        snapshot.cells().stream().filter(LogSnapshot::isHarm).filter(c -> wanted.test(c.date()))
            .forEach(c -> tallies.merge(c.category(), Tally.NONE.plus(c), Tally::plus));
        return tallies;
    }
}
