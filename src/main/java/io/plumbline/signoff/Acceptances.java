package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.stats.Interval;
import io.plumbline.store.Decisions;
import io.plumbline.store.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        check(draft, outcome, gate.risk(), policy);
        PairedChange overall = gate.comparison().overall();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("gate", gate.subject().id());
        payload.put("outcome", outcome.name());
        payload.put("scope", draft.scope().strip());
        payload.put("reason", draft.reason().strip());
        payload.put("conditions", draft.conditions().strip());
        payload.put("expires", draft.expires().toString());
        payload.put("value", Double.toString(overall.relative()));
        payload.put("lower", Double.toString(overall.interval().lower()));
        payload.put("upper", Double.toString(overall.interval().upper()));
        String id = "A-" + Sha256.of(List.of(gate.subject().id(), workspace.actor(), clock.instant().toString(), draft.reason()))
            .substring(0, 6).toUpperCase(Locale.ROOT);
        return requested(decisions().record(DecisionKinds.ACCEPTANCE_REQUESTED, id, payload));
    }

    public RiskAcceptance approve(RiskAcceptance acceptance) {
        return decide(acceptance, AcceptanceState.APPROVED, DecisionKinds.ACCEPTANCE_APPROVED, "");
    }

    public RiskAcceptance reject(RiskAcceptance acceptance, String reason) {
        return decide(acceptance, AcceptanceState.REJECTED, DecisionKinds.ACCEPTANCE_REJECTED, reason);
    }

    /** The last day that an acceptance may hold, by outcome and deployment context (R99). */
    public LocalDate latestExpiry(GateOutcome outcome, RiskAssessment risk, Policy policy) {
        BigDecimal days = policy.exact(outcome == GateOutcome.HUMAN_REVIEW ? "gate.acceptance.days.review"
            : "gate.acceptance.days.enhanced");
        if (risk.isHigh(RiskFactor.CONTEXT, policy)) {
            days = days.multiply(policy.exact("gate.acceptance.context.share"));
        }
        return today().plusDays(days.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    /** All acceptances asked for at a gate, oldest first, as they stand today and with today's measurement. */
    public List<RiskAcceptance> at(GateSubject gate, RunComparison now) {
        return ofGate(gate).stream().map(acceptance -> lapse(acceptance, now.overall())).toList();
    }

    private List<RiskAcceptance> ofGate(GateSubject gate) {
        Map<String, RiskAcceptance> byId = new LinkedHashMap<>();
        for (JournalEntry entry : decisions().ofKinds(DecisionKinds.ACCEPTANCE_REQUESTED, DecisionKinds.ACCEPTANCE_APPROVED,
                DecisionKinds.ACCEPTANCE_REJECTED)) {
            switch (entry.kind()) {
                case DecisionKinds.ACCEPTANCE_REQUESTED -> byId.put(entry.subject(), requested(entry));
                case DecisionKinds.ACCEPTANCE_APPROVED -> byId.computeIfPresent(entry.subject(),
                    (id, acceptance) -> acceptance.decided(AcceptanceState.APPROVED, entry.actor(), entry.time()));
                default -> byId.computeIfPresent(entry.subject(),
                    (id, acceptance) -> acceptance.decided(AcceptanceState.REJECTED, entry.actor(), entry.time()));
            }
        }
        return byId.values().stream().filter(acceptance -> acceptance.gateId().equals(gate.id())).toList();
    }

    private RiskAcceptance lapse(RiskAcceptance acceptance, PairedChange now) {
        if (acceptance.state() == AcceptanceState.REJECTED) {
            return acceptance;
        }
        if (today().isAfter(acceptance.expires())) {
            return acceptance.in(AcceptanceState.EXPIRED);
        }
        boolean inside = now.relative() >= acceptance.interval().lower() && now.relative() <= acceptance.interval().upper();
        return inside ? acceptance : acceptance.in(AcceptanceState.VOID);
    }

    private RiskAcceptance decide(RiskAcceptance acceptance, AcceptanceState verdict, String kind, String reason) {
        if (SamePerson.is(workspace.actor(), acceptance.requester())) {
            throw new InputException("You asked for acceptance " + acceptance.id() + ", so someone else must decide on it.");
        }
        if (acceptance.state() != AcceptanceState.REQUESTED) {
            throw new InputException("Acceptance " + acceptance.id() + " is " + acceptance.state().word() + " and can't be decided again.");
        }
        JournalEntry entry = decisions().record(kind, acceptance.id(), Map.of("gate", acceptance.gateId(), "reason", reason.strip()));
        return acceptance.decided(verdict, entry.actor(), entry.time());
    }

    private void check(AcceptanceDraft draft, GateOutcome outcome, RiskAssessment risk, Policy policy) {
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
        LocalDate latest = latestExpiry(outcome, risk, policy);
        if (!draft.expires().isAfter(today()) || draft.expires().isAfter(latest)) {
            throw new InputException("The acceptance must end after today and on " + latest + " at the latest; " + draft.expires()
                + " does not.");
        }
    }

    private static RiskAcceptance requested(JournalEntry entry) {
        Payload payload = new Payload(entry);
        return new RiskAcceptance(entry.subject(), payload.text("gate"), GateOutcome.valueOf(payload.text("outcome")),
            payload.text("scope"), payload.text("reason"), payload.text("conditions"), payload.day("expires"), payload.number("value"),
            new Interval(payload.number("lower"), payload.number("upper")), entry.actor(), entry.time(), "", Instant.EPOCH,
            AcceptanceState.REQUESTED);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Decisions decisions() {
        return workspace.decisions();
    }
}
