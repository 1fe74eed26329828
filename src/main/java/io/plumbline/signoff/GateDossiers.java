package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Policy;
import io.plumbline.domain.ProgramVersion;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.GateEvaluator;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.store.Workspace;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        RiskProfile profile = profile(subject, comparison);
        GateInputs inputs = GateInputs.of(comparison, policy, workspace, profile);
        SuiteReading suites = new SuiteSurvey(workspace).of(comparison, profile.deployment());
        List<EvidenceItem> evidence = new EvidenceChecklist(workspace, clock, policy).of(subject, comparison, profile, suites);
        List<RiskAcceptance> acceptances = new Acceptances(workspace, clock).at(subject, comparison);
        List<Replay> history = history(subject, policy);
        Standing standing = standing(subject, comparison, history, acceptances, evidence);
        return new GateDossier(subject, comparison, result, inputs, suites, evidence, profile,
            HarmForecast.of(comparison.overall(), profile.harmfulRequestsPerDay(), policy.number("gate.confidence")), acceptances,
            new GapSurvey(workspace, clock, policy).of(subject, comparison, suites, evidence), history, standing.state(), standing.reason(),
            validUntil(subject, comparison, acceptances, policy));
    }

    private RiskProfile profile(GateSubject subject, RunComparison comparison) {
        return new RiskProfile(RiskAssessment.at(subject, workspace.decisions()),
            new DeploymentContexts(workspace.decisions()).of(comparison.candidate()));
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
        List<String> changes = new ArrayList<>(decision.inputs().differencesTo(GateInputs.of(comparison, policy, workspace,
            profile(subject, comparison))));
        if (!reproduced) {
            changes.add("The outcome was " + decision.outcome().word() + " (" + decision.evidence().word() + "); now it is "
                + result.outcome().word() + " (" + result.evidence().word() + ").");
        }
        String then = decision.inputs().programVersion();
        return new Replay(decision, reproduced, changes, then.equals(ProgramVersion.current()) ? ""
            : "Computed by version " + then + " then, by " + ProgramVersion.current() + " now.");
    }

    /** Where every gate stands that was ever decided on, oldest decision first; also those whose runs are gone. */
    public List<DecidedGate> decided(Policy policy) {
        Set<String> runs = workspace.runs().list().stream().map(EvaluationRun::id).collect(Collectors.toSet());
        return latestDecisions().stream().map(decision -> {
            List<String> gone = Stream.of(decision.baseRunId(), decision.candidateRunId()).filter(run -> !runs.contains(run)).toList();
            if (!gone.isEmpty()) {
                return new DecidedGate(decision, GateState.STALE, "The run " + String.join(" and the run ", gone)
                    + " is no longer in the workspace: its import was undone, or it was made elsewhere.");
            }
            GateDossier gate = assemble(new ComparisonRequest(decision.baseRunId(), decision.candidateRunId(), decision.inputs().judge(),
                decision.inputs().partial()), policy);
            return new DecidedGate(decision, gate.state(), gate.stateReason());
        }).toList();
    }

    /** The first day on which something that an approval rests on ends, whatever it is. */
    private Optional<LocalDate> validUntil(GateSubject subject, RunComparison comparison, List<RiskAcceptance> acceptances, Policy policy) {
        Stream<LocalDate> runs = new EvidenceChecklist(workspace, clock, policy).oldestEvidence(comparison)
            .map(day -> day.plusDays(policy.count("gate.evidence.days"))).stream();
        Stream<LocalDate> accepted = acceptances.stream().filter(acceptance -> acceptance.state().holds()).map(RiskAcceptance::expires);
        Map<EvidenceKind, Attestation> latest = new LinkedHashMap<>();
        new Attestations(workspace.decisions(), clock).at(subject).forEach(attestation -> latest.put(attestation.kind(), attestation));
        return Stream.of(runs, accepted, latest.values().stream().map(Attestation::expires)).flatMap(days -> days)
            .filter(day -> !day.equals(LocalDate.MAX)).min(Comparator.naturalOrder());
    }

    private Standing standing(GateSubject subject, RunComparison comparison, List<Replay> history, List<RiskAcceptance> acceptances,
                              List<EvidenceItem> evidence) {
        if (history.isEmpty()) {
            return new Standing(GateState.UNDECIDED, "");
        }
        Optional<String> conflict = OpenConflicts.at(subject, workspace.decisions());
        if (conflict.isPresent()) {
            return new Standing(GateState.CONFLICT, conflict.get());
        }
        Replay latest = history.get(history.size() - 1);
        List<String> stale = stale(latest, comparison, evidence);
        if (!stale.isEmpty()) {
            return new Standing(GateState.STALE, String.join(" ", stale));
        }
        if (!latest.decision().act().isApproval()) {
            return new Standing(GateState.BLOCKED, "");
        }
        Optional<RiskAcceptance> acceptance = acceptances.stream().filter(asked -> asked.id().equals(latest.decision().acceptanceId()))
            .findFirst();
        if (acceptance.isPresent() && !acceptance.get().state().holds()) {
            return new Standing(GateState.BACK_TO_REVIEW, "Acceptance " + acceptance.get().id() + " is " + acceptance.get().state().word()
                + "."
                + (acceptance.get().stateReason().isEmpty() ? "" : " " + acceptance.get().stateReason()));
        }
        return new Standing(GateState.APPROVED, "");
    }

    /** Everything because of which the decision no longer stands on the ground it was taken on (R106). */
    private static List<String> stale(Replay latest, RunComparison comparison, List<EvidenceItem> evidence) {
        List<String> reasons = new ArrayList<>(latest.changes());
        GateInputs then = latest.decision().inputs();
        if (!then.judge().equals(comparison.judge())) {
            reasons.add("It was decided on what " + then.judge() + " judged; here " + comparison.judge() + " judges.");
        }
        if (latest.decision().act().isApproval()) {
            evidence.stream().filter(item -> item.required() && item.status() == EvidenceStatus.EXPIRED).map(EvidenceItem::demand)
                .forEach(reasons::add);
        }
        return reasons;
    }

    private record Standing(GateState state, String reason) {
    }
}
