package io.plumbline.signoff;

import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparison;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All there is to know about one gate at one moment: what the Sign-off screen shows, what a decision is taken on, and what the gate report
 * prints.
 *
 * @param subject     which gate
 * @param comparison  base against candidate
 * @param result      what the policy makes of it
 * @param inputs      fingerprints of what it rests on
 * @param suites      what the catalogue of benchmarks knows of the runs
 * @param evidence    the checklist
 * @param profile     risk factors as last weighed, and the deployment
 * @param forecast    harmful answers a day
 * @param acceptances risk acceptances asked for, oldest first
 * @param gaps        what the evaluation could not see
 * @param history     decisions with their replay, oldest first
 * @param state       where the gate stands
 * @param stateReason why, where that needs saying; else empty
 * @param validUntil  last day on which evidence and acceptance hold; empty where nothing says when
 */
public record GateDossier(GateSubject subject, RunComparison comparison, GateResult result, GateInputs inputs, SuiteReading suites,
                          List<EvidenceItem> evidence, RiskProfile profile, HarmForecast forecast, List<RiskAcceptance> acceptances,
                          ResidualGaps gaps,
                          List<Replay> history, GateState state, String stateReason, Optional<LocalDate> validUntil) {

    public GateDossier {
        evidence = List.copyOf(evidence);
        acceptances = List.copyOf(acceptances);
        history = List.copyOf(history);
    }

    public RiskAssessment risk() {
        return profile.weighed();
    }

    /** The acceptance asked for last. */
    public Optional<RiskAcceptance> latestAcceptance() {
        return acceptances.isEmpty() ? Optional.empty() : Optional.of(acceptances.get(acceptances.size() - 1));
    }

    public Optional<Replay> latestDecision() {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
    }

    /**
     * What the numbers lack and what people have yet to supply, each said once: the numbers name every open category, the checklist only
     * counts them.
     */
    public List<String> missing() {
        Set<String> all = new LinkedHashSet<>(result.missing());
        boolean categoriesNamed = comparison.categories().stream().anyMatch(row -> row.state() == SafetyState.NOT_ENOUGH_EVIDENCE);
        evidence.stream().filter(EvidenceItem::isOpenDemand).filter(item -> item.kind() != EvidenceKind.CATEGORIES || !categoriesNamed)
            .map(EvidenceItem::demand).forEach(all::add);
        return List.copyOf(all);
    }

    /** Required evidence that does not hold, as sentences. */
    public List<String> openDemands() {
        return evidence.stream().filter(EvidenceItem::isOpenDemand).map(EvidenceItem::demand).toList();
    }
}
