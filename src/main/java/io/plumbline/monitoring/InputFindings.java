package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Findings about what people ask: days with another mix, and overall changes that the mix alone explains. */
final class InputFindings {

    private final Policy policy;

    InputFindings(Policy policy) {
        this.policy = policy;
    }

    List<DriftFinding> of(InputMix mix, List<MixOnlyChange> mixOnly) {
        List<DriftFinding> findings = new ArrayList<>();
        for (InputMix.Shift shift : mix.shifts(policy.number("monitor.alpha"), policy.count("monitor.category.minimum"),
            policy.count("monitor.window.days"))) {
            InputMix.Moved moved = mix.moved(shift);
            findings.add(finding(moved.category(), shift.from(), shift.to(), "adjusted " + Figures.p(shift.adjustedP()) + " over all days",
                "People asked for other things on " + Figures.days(shift.from(), shift.to()) + ": “" + moved.category() + "” went from "
                + Figures.percent(moved.before()) + " to " + Figures.percent(moved.after()) + " of the harm-category prompts."
                + " This alone is no change of the model."));
        }
        for (MixOnlyChange change : mixOnly) {
            ChangePoint point = change.point();
            boolean refusal = change.metric() == Metric.REFUSAL;
            findings.add(finding(MetricSeries.ALL, point.date(), point.lastDay(), "rates " + Figures.points(change.split().rate()) + " ("
                + Figures.p(change.split().pValue()) + "), mix " + Figures.points(change.split().mix()),
                (refusal ? "The overall refusal rate moved from " + Figures.percent(point.before()) + " to " + Figures.percent(point.after())
                    : change.metric().title() + " moved from " + Figures.score(point.before()) + " to " + Figures.score(point.after()))
                + " on " + Figures.day(point.date()) + " because the mix of prompts moved; inside the categories nothing did."
                + " Input drift, not safety drift."));
        }
        return findings;
    }

    private static DriftFinding finding(String category, LocalDate from, LocalDate to, String evidence, String explanation) {
        return new DriftFinding(FindingKind.INPUT_DRIFT, Metric.CATEGORY_MIX.key(), category, from, to, SafetyState.WATCH, AlertLevel.NONE,
            Severity.LOW, EvidenceStrength.ASSURED, evidence, explanation);
    }
}
