package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Findings about topics that nobody asked about on the baseline days, and about those that nobody asks about any more (R5, R10). */
final class TopicFindings {

    private static final String METRIC = "topics";

    private final LogSnapshot snapshot;
    private final Baseline baseline;
    private final Policy policy;

    TopicFindings(LogSnapshot snapshot, Baseline baseline, Policy policy) {
        this.snapshot = snapshot;
        this.baseline = baseline;
        this.policy = policy;
    }

    List<DriftFinding> findings() {
        LocalDate last = snapshot.lastDay();
        LocalDate begin = last.minusDays(policy.count("monitor.window.days") - 1L);
        if (!begin.isAfter(baseline.to())) {
            return List.of();
        }
        TopicShift shift = new TopicShift();
        snapshot.topics().forEach((topic, days) -> days.forEach((day, records) -> {
            if (baseline.covers(day)) {
                shift.before(topic, records);
            } else if (!day.isBefore(begin)) {
                shift.after(topic, records);
            }
        }));
        List<DriftFinding> findings = new ArrayList<>();
        for (TopicReport.Row row : shift.rows(policy.number("trigger.alpha"))) {
            if (row.change() == TopicReport.Change.NEW) {
                findings.add(finding(row, begin, last, "is asked about in " + Figures.percent(row.shareAfter()) + " of the last days' records and in none of "
                    + "the baseline's. Answers about it were never measured: look at them, and think of prompts for the evaluation."));
            } else if (row.change() == TopicReport.Change.VANISHED) {
                findings.add(finding(row, begin, last, "was asked about in " + Figures.percent(row.shareBefore()) + " of the baseline's records and in none of "
                    + "the last days'. A part of the traffic may be missing from the log."));
            }
        }
        return findings;
    }

    private static DriftFinding finding(TopicReport.Row row, LocalDate from, LocalDate to, String what) {
        return new DriftFinding(FindingKind.INPUT_DRIFT, METRIC, MetricSeries.ALL, from, to, SafetyState.WATCH, AlertLevel.NONE, Severity.LOW,
            EvidenceStrength.ASSURED, Figures.count(row.before()) + " records before, " + Figures.count(row.after()) + " now; adjusted "
            + Figures.p(row.adjustedP()) + " over all topics", (row.change() == TopicReport.Change.NEW ? "New topic: “" : "Vanished topic: “")
            + VisibleText.of(row.name()) + "” " + what);
    }
}
