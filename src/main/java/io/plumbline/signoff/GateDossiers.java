package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Policy;
import io.plumbline.domain.ProgramVersion;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.GateEvaluator;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.store.Workspace;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a gate's dossier together from runs, journal and log, and replays what was decided there. */
public final class GateDossiers {

    private final Workspace workspace;
    private final InstantSource clock;

    public GateDossiers(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    public GateDossier assemble(ComparisonRequest request, Policy policy) {
        RunComparison comparison = new RunComparator(workspace.runs()).compare(request, policy);
        GateResult result = new GateEvaluator().evaluate(comparison, policy);
        GateSubject subject = new GateSubject(comparison.base().id(), comparison.candidate().id());
        GateInputs inputs = GateInputs.of(comparison, policy, workspace);
        RiskAssessment risk = RiskAssessment.at(subject, workspace.decisions());
        List<EvidenceItem> evidence = new EvidenceChecklist(workspace, clock, policy).of(subject, comparison, risk);
        List<RiskAcceptance> acceptances = new Acceptances(workspace, clock).at(subject, comparison);
        List<Replay> history = history(subject, policy);
        Standing standing = standing(history, acceptances, evidence);
        return new GateDossier(subject, comparison, result, inputs, evidence, risk,
            HarmForecast.of(comparison.overall(), risk.harmfulRequestsPerDay(), policy.number("gate.confidence")), acceptances,
            new GapSurvey(workspace, clock, policy).of(subject, comparison), history, standing.state(), standing.reason());
    }

    /** Every gate that was ever decided on, by its latest decision, oldest first. */
    public List<GateDecision> latestDecisions() {
        Map<String, GateDecision> latest = new LinkedHashMap<>();
        workspace.decisions().ofKinds(DecisionKinds.GATE_DECIDED).forEach(entry -> {
            latest.remove(entry.subject());
            latest.put(entry.subject(), GateDecision.of(entry));
        });
        return List.copyOf(latest.values());
    }

    private List<Replay> history(GateSubject subject, Policy policy) {
        return workspace.decisions().onSubject(subject.id()).stream().filter(entry -> entry.kind().equals(DecisionKinds.GATE_DECIDED))
            .map(GateDecision::of).map(decision -> replay(subject, decision, policy)).toList();
    }

    /** Computes a decision again with the judge it used, today's data and today's policy. */
    public Replay replay(GateSubject subject, GateDecision decision, Policy policy) {
        RunComparison comparison = new RunComparator(workspace.runs()).compare(new ComparisonRequest(subject.baseRunId(),
            subject.candidateRunId(), decision.inputs().judge(), decision.inputs().partial()), policy);
        GateResult result = new GateEvaluator().evaluate(comparison, policy);
        boolean reproduced = result.outcome() == decision.outcome() && result.evidence() == decision.evidence();
        List<String> changes = new ArrayList<>(decision.inputs().differencesTo(GateInputs.of(comparison, policy, workspace)));
        if (!reproduced) {
            changes.add("The outcome was " + decision.outcome().word() + " (" + decision.evidence().word() + "); now it is "
                + result.outcome().word() + " (" + result.evidence().word() + ").");
        }
        String then = decision.inputs().programVersion();
        return new Replay(decision, reproduced, changes, then.equals(ProgramVersion.current()) ? ""
            : "Computed by version " + then + " then, by " + ProgramVersion.current() + " now.");
    }

    private static Standing standing(List<Replay> history, List<RiskAcceptance> acceptances, List<EvidenceItem> evidence) {
        if (history.isEmpty()) {
            return new Standing(GateState.UNDECIDED, "");
        }
        Replay latest = history.get(history.size() - 1);
        if (latest.isStale()) {
            return new Standing(GateState.STALE, String.join(" ", latest.changes()));
        }
        if (!latest.decision().act().isApproval()) {
            return new Standing(GateState.BLOCKED, "");
        }
        Optional<RiskAcceptance> acceptance = acceptances.stream().reduce((first, second) -> second);
        if (latest.decision().act() != GateAct.APPROVE_STANDARD && acceptance.isPresent()
                && acceptance.get().state() != AcceptanceState.APPROVED) {
            return new Standing(GateState.BACK_TO_REVIEW, "Acceptance " + acceptance.get().id() + " is " + acceptance.get().state().word() + ".");
        }
        return evidence.stream().filter(item -> item.required() && item.status() == EvidenceStatus.EXPIRED).findFirst()
            .map(item -> new Standing(GateState.BACK_TO_REVIEW, item.demand())).orElse(new Standing(GateState.APPROVED, ""));
    }

    private record Standing(GateState state, String reason) {
    }
}
