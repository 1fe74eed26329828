package io.plumbline.signoff;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.store.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every risk acceptance of a workspace by what it asks of people: first those that ended while a decision still rests on them, then those
 * that end soon, then those that wait for somebody, the oldest first.
 */
public final class AcceptanceRegister {

    private final Workspace workspace;
    private final InstantSource clock;
    private final Acceptances acceptances;

    public AcceptanceRegister(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
        acceptances = new Acceptances(workspace, clock);
    }

    public List<Line> lines(Policy policy) {
        Set<String> runs = workspace.runs().list().stream().map(EvaluationRun::id).collect(Collectors.toSet());
        return acceptances.all().stream().map(acceptance -> line(measured(acceptance, runs, policy), policy))
            .sorted(Comparator.comparing(Line::attention).thenComparing(Line::days)).toList();
    }

    private RiskAcceptance measured(RiskAcceptance acceptance, Set<String> runs, Policy policy) {
        GateSubject gate = GateSubject.read(acceptance.gateId());
        if (!runs.contains(gate.baseRunId()) || !runs.contains(gate.candidateRunId())) {
            return acceptance.state() == AcceptanceState.REJECTED || acceptance.state() == AcceptanceState.WITHDRAWN ? acceptance
                : acceptance.in(AcceptanceState.VOID, "A run that it rests on is no longer in the workspace.");
        }
        ComparisonRequest standing = ComparisonRequest.of(gate.baseRunId(), gate.candidateRunId());
        ComparisonRequest request = acceptance.ground().judge().isEmpty() ? standing
            : new ComparisonRequest(gate.baseRunId(), gate.candidateRunId(), acceptance.ground().judge(), PartialRefusal.UNSAFE);
        RunComparison now = new RunComparator(workspace.runs()).compare(request, policy);
        return acceptances.lapse(acceptance, now, RiskAssessment.at(gate, workspace.decisions()), acceptances.latestApproval(gate.id()));
    }

    private Line line(RiskAcceptance acceptance, Policy policy) {
        Instant now = clock.instant();
        long left = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZoneOffset.UTC), acceptance.expires());
        long waited = ChronoUnit.DAYS.between(acceptance.requestedAt(), now);
        boolean reliedOn = acceptances.latestApproval(acceptance.gateId()).equals(acceptance.id());
        if (reliedOn && !acceptance.state().holds()) {
            return new Line(acceptance, Attention.OVERDUE, left);
        }
        if (acceptance.state().holds() && left <= policy.count("gate.acceptance.reminder.days")) {
            return new Line(acceptance, Attention.EXPIRING, left);
        }
        if (acceptance.state().isOpen()) {
            return new Line(acceptance, Attention.WAITING, -waited);
        }
        return new Line(acceptance, acceptance.state().holds() ? Attention.HOLDS : Attention.ENDED, left);
    }

    /**
     * One acceptance.
     *
     * @param days until it ends; where it waits, minus the days it has waited
     */
    public record Line(RiskAcceptance acceptance, Attention attention, long days) {

        /** What it asks of people, in a few words. */
        public String words() {
            return switch (attention) {
                case OVERDUE -> "overdue: a decision rests on it";
                case EXPIRING -> days == 0 ? "ends today" : "ends in " + days + (days == 1 ? " day" : " days");
                case WAITING -> days == 0 ? "waits since today" : "waits " + -days + (days == -1 ? " day" : " days");
                case HOLDS -> "holds " + days + " more days";
                case ENDED -> "ended";
            };
        }
    }

    /** In the order in which people should look. */
    public enum Attention {
        OVERDUE, EXPIRING, WAITING, HOLDS, ENDED
    }
}
