package io.plumbline.monitoring;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Policy;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** The days that everything else is compared with: those of the baseline in force, or the first of the log while none was accepted. */
final class BaselineDays {

    private final ProductionLog log;
    private final Policy policy;
    private final Decisions decisions;

    BaselineDays(ProductionLog log, Policy policy, Decisions decisions) {
        this.log = log;
        this.policy = policy;
        this.decisions = decisions;
    }

    /** Days with user traffic, by date. */
    List<LocalDate> days() {
        TreeSet<LocalDate> all = new TreeSet<>();
        log.dailyCells(LogFilter.everything()).forEach(cell -> all.add(cell.date()));
        return new Baselines(decisions, policy).current().map(baseline -> all.stream().filter(baseline::covers).toList())
            .orElseGet(() -> all.stream().limit(Math.min(policy.count("monitor.baseline.days"), all.size() / 2)).toList());
    }
}
