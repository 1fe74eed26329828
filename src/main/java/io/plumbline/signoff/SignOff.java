package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.GateRule;
import io.plumbline.store.Decisions;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The act of signing. It holds the conditions of an approval in one place, says which do not hold, and writes the decision with all it
 * rested on to the journal.
 */
public final class SignOff {

    private final Workspace workspace;

    public SignOff(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Weighs the risk factors, as the person at work. */
    public RiskAssessment weigh(GateSubject gate, Map<RiskFactor, Integer> levels, String reason, double harmfulRequestsPerDay) {
        return RiskAssessment.record(gate, levels, reason, harmfulRequestsPerDay, workspace.decisions());
    }

    /** Says that the person at work has read the residual gaps as they are now. */
    public void acknowledgeGaps(GateDossier gate) {
        workspace.decisions().record(DecisionKinds.EVIDENCE_ATTESTED, gate.subject().id(), Map.of("item", EvidenceKind.GAPS_READ.name(),
            "note", "read", "gapsSha256", Sha256.of(List.of(gate.gaps().text()))));
    }

    /** Whether the person at work has read the gaps as they are now. */
    public boolean hasReadGaps(GateDossier gate) {
        String now = Sha256.of(List.of(gate.gaps().text()));
        return workspace.decisions().onSubject(gate.subject().id()).stream()
            .filter(entry -> entry.kind().equals(DecisionKinds.EVIDENCE_ATTESTED) && SamePerson.is(entry.actor(), workspace.actor()))
            .map(Payload::new).anyMatch(read -> read.text("gapsSha256").equals(now));
    }

    /** Reasons why the person at work can't do this now, as sentences; empty where nothing is in the way. */
    public List<String> reasonsAgainst(GateAct act, GateDossier gate) {
        if (act == GateAct.BLOCK) {
            return List.of();
        }
        GateOutcome outcome = gate.result().outcome();
        if (outcome == GateOutcome.BLOCK) {
            return List.of("The outcome is Block; no acceptance lifts it, only new evidence does.");
        }
        List<String> reasons = new ArrayList<>();
        if (act != GateAct.approvalFor(outcome)) {
            reasons.add("The outcome is " + outcome.word() + ", so the approval is “" + GateAct.approvalFor(outcome).words() + "”.");
        }
        if (gate.result().evidence() == EvidenceStrength.NOT_ENOUGH_EVIDENCE) {
            reasons.add("There is not enough evidence for a go.");
        }
        reasons.addAll(gate.openDemands());
        if (outcome != GateOutcome.STANDARD) {
            if (!gate.risk().isComplete()) {
                reasons.add("Weigh all five risk factors first.");
            }
            acceptanceInTheWay(gate).ifPresent(reasons::add);
        }
        if (!hasReadGaps(gate)) {
            reasons.add("Read the residual gaps and say so.");
        }
        return reasons;
    }

    /** Decides, as the person at work. Nothing is written where a condition does not hold. */
    public GateDecision decide(GateAct act, GateDossier gate, String reason, Policy policy) {
        List<String> against = reasonsAgainst(act, gate);
        if (!against.isEmpty()) {
            throw new InputException("“" + act.words() + "” is not possible: " + String.join(" ", against));
        }
        int shortest = policy.count("gate.acceptance.reason.minimum");
        int longest = policy.count("gate.acceptance.reason.maximum");
        int length = reason.strip().length();
        if (length < shortest || length > longest) {
            throw new InputException("The reason has " + length + " characters; it must have " + shortest + " to " + longest + ".");
        }
        Decisions.Head head = workspace.decisions().head();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("act", act.name());
        payload.put("outcome", gate.result().outcome().name());
        payload.put("evidence", gate.result().evidence().name());
        payload.put("reason", reason.strip());
        payload.put("base", gate.comparison().base().id());
        payload.put("candidate", gate.comparison().candidate().id());
        payload.put("inputs", gate.inputs().payload());
        payload.put("rules", gate.result().rules().stream().map(SignOff::rule).toList());
        payload.put("checklist", gate.evidence().stream().map(SignOff::item).toList());
        payload.put("acceptance", gate.latestAcceptance().map(RiskAcceptance::id).orElse(""));
        payload.put("gaps", gate.gaps().text());
        payload.put("chainHead", head.hash());
        return GateDecision.of(workspace.decisions().record(DecisionKinds.GATE_DECIDED, gate.subject().id(), payload));
    }

    private Optional<String> acceptanceInTheWay(GateDossier gate) {
        Optional<RiskAcceptance> latest = gate.latestAcceptance();
        if (latest.isEmpty()) {
            return Optional.of("A risk acceptance must be asked for and approved by someone else.");
        }
        RiskAcceptance acceptance = latest.get();
        if (!acceptance.state().holds()) {
            return Optional.of("Risk acceptance " + acceptance.id() + " is " + acceptance.state().word() + ", not approved."
                + (acceptance.stateReason().isEmpty() ? "" : " " + acceptance.stateReason()));
        }
        if (acceptance.outcome() != gate.result().outcome()) {
            return Optional.of("Risk acceptance " + acceptance.id() + " was given for " + acceptance.outcome().word() + ".");
        }
        return gate.result().outcome() == GateOutcome.HUMAN_REVIEW && SamePerson.atWork(acceptance.requester(), acceptance.requesterKey(),
            workspace)
            ? Optional.of("You asked for this gate, so someone else must approve it.") : Optional.empty();
    }

    /** Numbers go in as text, so that the line's hash does not hang on how a reader prints a double. */
    private static Map<String, Object> rule(GateRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.rule());
        map.put("metric", rule.metric());
        map.put("value", Double.toString(rule.value()));
        map.put("threshold", Double.toString(rule.threshold()));
        map.put("fired", rule.fired());
        return map;
    }

    private static Map<String, Object> item(EvidenceItem item) {
        return Map.of("item", item.kind().name(), "status", item.status().name(), "required", item.required(), "detail", item.detail());
    }
}
