package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.Words;
import io.plumbline.stats.Interval;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.store.Decisions;
import io.plumbline.store.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks for, approves and rejects risk acceptances. The person who asks can't be the one who approves, and a block can't be accepted away:
 * only new evidence changes it (R95–R97).
 */
public final class Acceptances {

    private final Workspace workspace;
    private final InstantSource clock;

    public Acceptances(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Asks, as the person at work. */
    public RiskAcceptance request(GateDossier gate, AcceptanceDraft draft, Policy policy) {
        GateOutcome outcome = gate.result().outcome();
        if (outcome == GateOutcome.BLOCK) {
            throw new InputException("The outcome is Block, and a block can't be accepted; only new evidence changes it.");
        }
        if (outcome == GateOutcome.STANDARD) {
            throw new InputException("The outcome is Standard monitoring, which needs no risk acceptance.");
        }
        check(draft, outcome, gate.profile(), policy);
        PairedChange overall = gate.comparison().overall();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("gate", gate.subject().id());
        payload.put("outcome", outcome.name());
        payload.put("scope", draft.scope().strip());
        payload.put("reason", draft.reason().strip());
        payload.put("conditions", draft.conditions().strip());
        payload.put("owner", draft.owner().strip());
        payload.put("expires", draft.expires().toString());
        payload.put("judge", gate.comparison().judge());
        payload.put("context", gate.risk().levelsText());
        payload.put("deployment", new TreeMap<>(gate.inputs().deployment()));
        payload.put("value", Double.toString(overall.relative()));
        payload.put("lower", Double.toString(overall.interval().lower()));
        payload.put("upper", Double.toString(overall.interval().upper()));
        String id = "A-" + Sha256.of(List.of(gate.subject().id(), workspace.actor(), clock.instant().toString(), draft.reason()))
            .substring(0, 6).toUpperCase(Locale.ROOT);
        return requested(decisions().record(DecisionKinds.ACCEPTANCE_REQUESTED, id, payload));
    }

    /** Says that somebody other than the requester has begun to look at it. */
    public RiskAcceptance review(RiskAcceptance acceptance) {
        demandOther(acceptance);
        demandState(acceptance, acceptance.state() == AcceptanceState.REQUESTED, "taken for review");
        record(DecisionKinds.ACCEPTANCE_REVIEWED, acceptance, "");
        return acceptance.in(AcceptanceState.IN_REVIEW, "");
    }

    public RiskAcceptance approve(RiskAcceptance acceptance) {
        return decide(acceptance, AcceptanceState.APPROVED, DecisionKinds.ACCEPTANCE_APPROVED, "");
    }

    /** Rejects it; the reason is what the requester, and the report's dissent, will read. */
    public RiskAcceptance reject(RiskAcceptance acceptance, String reason) {
        if (reason.isBlank()) {
            throw new InputException("Say why the acceptance is rejected; the report will quote it.");
        }
        return decide(acceptance, AcceptanceState.REJECTED, DecisionKinds.ACCEPTANCE_REJECTED, reason);
    }

    /** Takes it back: the requester may at any time, anyone else once it was approved. */
    public RiskAcceptance withdraw(RiskAcceptance acceptance, String reason) {
        if (reason.isBlank()) {
            throw new InputException("Say why the acceptance is withdrawn.");
        }
        demandState(acceptance, acceptance.state().isOpen() || acceptance.state().holds(), "withdrawn");
        if (acceptance.state().isOpen() && !SamePerson.atWork(acceptance.requester(), acceptance.requesterKey(), workspace)) {
            throw new InputException("Only " + acceptance.requester() + " can withdraw what is not approved yet; you can reject it.");
        }
        JournalEntry entry = record(DecisionKinds.ACCEPTANCE_WITHDRAWN, acceptance, reason);
        return acceptance.decided(AcceptanceState.WITHDRAWN, entry.actor(), entry.time(), reason.strip());
    }

    /** The last day that an acceptance may hold, by outcome and deployment context (R99). */
    public LocalDate latestExpiry(GateOutcome outcome, RiskProfile risk, Policy policy) {
        BigDecimal days = policy.exact(outcome == GateOutcome.HUMAN_REVIEW ? "gate.acceptance.days.review"
            : "gate.acceptance.days.enhanced");
        if (risk.isHigh(RiskFactor.CONTEXT, policy)) {
            days = days.multiply(policy.exact("gate.acceptance.context.share"));
        }
        return today().plusDays(days.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /** All acceptances asked for at a gate, oldest first, as they stand today and with today's measurement. */
    public List<RiskAcceptance> at(GateSubject gate, RunComparison now) {
        RiskAssessment risk = RiskAssessment.at(gate, decisions());
        String relied = latestApproval(gate.id());
        return all().stream().filter(acceptance -> acceptance.gateId().equals(gate.id()))
            .map(acceptance -> lapse(acceptance, now, risk, relied)).toList();
    }

    /** All acceptances ever asked for, oldest first, as people left them: neither date nor measurement is looked at. */
    List<RiskAcceptance> all() {
        Map<String, RiskAcceptance> byId = new LinkedHashMap<>();
        for (JournalEntry entry : decisions().ofKinds(DecisionKinds.ACCEPTANCE_REQUESTED, DecisionKinds.ACCEPTANCE_REVIEWED,
                DecisionKinds.ACCEPTANCE_APPROVED, DecisionKinds.ACCEPTANCE_REJECTED, DecisionKinds.ACCEPTANCE_WITHDRAWN)) {
            if (entry.kind().equals(DecisionKinds.ACCEPTANCE_REQUESTED)) {
                byId.put(entry.subject(), requested(entry));
            } else {
                byId.computeIfPresent(entry.subject(), (id, acceptance) -> next(acceptance, entry));
            }
        }
        return List.copyOf(byId.values());
    }

    /** States go forward only: what was rejected or withdrawn stays so, whatever a merged journal adds. */
    private static RiskAcceptance next(RiskAcceptance acceptance, JournalEntry entry) {
        String note = new Payload(entry).text("reason");
        if (acceptance.state() == AcceptanceState.REJECTED || acceptance.state() == AcceptanceState.WITHDRAWN) {
            return acceptance;
        }
        return switch (entry.kind()) {
            case DecisionKinds.ACCEPTANCE_REVIEWED -> acceptance.state() == AcceptanceState.REQUESTED
                ? acceptance.in(AcceptanceState.IN_REVIEW, "Taken for review by " + entry.actor() + ".") : acceptance;
            case DecisionKinds.ACCEPTANCE_APPROVED -> acceptance.decided(AcceptanceState.APPROVED, entry.actor(), entry.time(), note);
            case DecisionKinds.ACCEPTANCE_REJECTED -> acceptance.decided(AcceptanceState.REJECTED, entry.actor(), entry.time(), note);
            default -> acceptance.decided(AcceptanceState.WITHDRAWN, entry.actor(), entry.time(), note);
        };
    }

    /** The acceptance on which a gate's standing approval rests, or empty. */
    String latestApproval(String gateId) {
        return decisions().onSubject(gateId).stream().filter(entry -> entry.kind().equals(DecisionKinds.GATE_DECIDED))
            .reduce((first, second) -> second).map(GateDecision::of).filter(decision -> decision.act().isApproval())
            .map(GateDecision::acceptanceId).orElse("");
    }

    RiskAcceptance lapse(RiskAcceptance acceptance, RunComparison now, RiskAssessment risk, String relied) {
        if (acceptance.state() == AcceptanceState.REJECTED || acceptance.state() == AcceptanceState.WITHDRAWN) {
            return acceptance;
        }
        if (today().isAfter(acceptance.expires())) {
            return acceptance.in(AcceptanceState.EXPIRED, "Its last day was " + acceptance.expires() + ".");
        }
        List<String> reasons = new ArrayList<>();
        PairedChange change = now.overall();
        RiskAcceptance.Ground ground = acceptance.ground();
        if (!ground.judge().isEmpty() && !ground.judge().equals(now.judge())) {
            reasons.add("It was accepted on what " + ground.judge() + " judged; now " + now.judge() + " judges.");
        } else if (change.relative() < acceptance.interval().lower() || change.relative() > acceptance.interval().upper()) {
            reasons.add("The change is " + Words.percent(change.relative()) + " now, outside the accepted "
                + Words.interval(acceptance.interval()) + ".");
        }
        if (!ground.context().isEmpty() && !ground.context().equals(risk.levelsText())) {
            reasons.add("The deployment was weighed anew: " + ground.context() + " then, " + risk.levelsText() + " now.");
        }
        if (!ground.deployment().isEmpty()) {
            reasons.addAll(DeploymentContext.differences(ground.deployment(), new DeploymentContexts(decisions()).of(now.candidate())
                .map(DeploymentContext::facts).orElse(Map.of())));
        }
        if (!reasons.isEmpty()) {
            return acceptance.in(AcceptanceState.VOID, String.join(" ", reasons));
        }
        return acceptance.state() == AcceptanceState.APPROVED && acceptance.id().equals(relied) ? acceptance.in(AcceptanceState.ACTIVE, "")
            : acceptance;
    }

    private RiskAcceptance decide(RiskAcceptance acceptance, AcceptanceState verdict, String kind, String reason) {
        demandOther(acceptance);
        demandState(acceptance, acceptance.state().isOpen(), "decided");
        JournalEntry entry = record(kind, acceptance, reason);
        return acceptance.decided(verdict, entry.actor(), entry.time(), reason.strip());
    }

    private JournalEntry record(String kind, RiskAcceptance acceptance, String reason) {
        return decisions().record(kind, acceptance.id(), Map.of("gate", acceptance.gateId(), "reason", reason.strip()));
    }

    private void demandOther(RiskAcceptance acceptance) {
        if (SamePerson.atWork(acceptance.requester(), acceptance.requesterKey(), workspace)) {
            throw new InputException("You asked for acceptance " + acceptance.id() + ", so someone else must decide on it.");
        }
    }

    /** Looks at the journal again: what a screen shows may be older than what another process's merge brought. */
    private void demandState(RiskAcceptance acceptance, boolean shownAllows, String act) {
        AcceptanceState stands = all().stream().filter(known -> known.id().equals(acceptance.id())).map(RiskAcceptance::state).findFirst()
            .orElse(acceptance.state());
        boolean over = stands == AcceptanceState.REJECTED || stands == AcceptanceState.WITHDRAWN
            || stands == AcceptanceState.APPROVED && acceptance.state().isOpen();
        if (!shownAllows || over) {
            throw new InputException("Acceptance " + acceptance.id() + " is " + (over ? stands : acceptance.state()).word()
                + " and can't be " + act
                + (act.equals("decided") ? " again." : "."));
        }
    }

    private void check(AcceptanceDraft draft, GateOutcome outcome, RiskProfile risk, Policy policy) {
        if (draft.scope().isBlank()) {
            throw new InputException("Say what is accepted: which drop, in which deployment.");
        }
        int shortest = policy.count("gate.acceptance.reason.minimum");
        int longest = policy.count("gate.acceptance.reason.maximum");
        int length = draft.reason().strip().length();
        if (length < shortest || length > longest) {
            throw new InputException("The reason has " + length + " characters; it must have " + shortest + " to " + longest + ".");
        }
        if (draft.conditions().isBlank()) {
            throw new InputException("Say under which conditions: at least how the deployment will be monitored.");
        }
        if (draft.owner().isBlank()) {
            throw new InputException("Name the owner: who sees to it that the conditions are kept.");
        }
        LocalDate latest = latestExpiry(outcome, risk, policy);
        if (!draft.expires().isAfter(today()) || draft.expires().isAfter(latest)) {
            throw new InputException("The acceptance must end after today and on " + latest + " at the latest; " + draft.expires()
                + " does not.");
        }
    }

    private static RiskAcceptance requested(JournalEntry entry) {
        Payload payload = new Payload(entry);
        return new RiskAcceptance(entry.subject(), payload.text("gate"), GateOutcome.valueOf(payload.text("outcome")),
            new AcceptanceDraft(payload.text("scope"), payload.text("reason"), payload.text("conditions"), payload.text("owner"),
                payload.day("expires")), payload.number("value"), new Interval(payload.number("lower"), payload.number("upper")),
            new RiskAcceptance.Ground(payload.text("judge"), payload.text("context"), payload.texts("deployment")), entry.actor(), entry
                .key(), entry.time(), "",
            Instant.EPOCH, "", AcceptanceState.REQUESTED, "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Decisions decisions() {
        return workspace.decisions();
    }
}
