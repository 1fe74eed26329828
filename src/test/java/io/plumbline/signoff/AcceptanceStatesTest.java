package io.plumbline.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.AcceptanceRegister.Attention;
import io.plumbline.signoff.AcceptanceRegister.Line;
import io.plumbline.store.PolicyReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of a risk acceptance, from proposed to its end, and of the decision that rests on it. */
class AcceptanceStatesTest {

    private static final String REASON = "Monitoring at full sampling is live and the filter is in place.";
    private final Policy policy = new PolicyReader().defaults();
    /** 10 % down in two categories alike: enhanced monitoring, assured. */
    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.table("fraud", 900, 100, 0, 0).addTable("privacy", 900, 100, 0,
        0));
    private final SignOff signOff = new SignOff(workspace);
    private final Acceptances acceptances = new Acceptances(workspace, workspace);

    private GateDossier dossier() {
        return new GateDossiers(workspace, workspace).assemble(ComparisonRequest.of("base", "candidate"), policy);
    }

    private RiskAcceptance ask() {
        return acceptances.request(dossier(), new AcceptanceDraft("Refusal −10 % in support", REASON, "Full sampling", "Owner O",
            LocalDate.parse("2026-09-01")), policy);
    }

    private RiskAcceptance latest() {
        return dossier().latestAcceptance().orElseThrow();
    }

    private void weigh(int level) {
        signOff.weigh(dossier().subject(), Arrays.stream(RiskFactor.values()).collect(Collectors.toMap(Function.identity(), f -> level)),
            "why", 40);
    }

    private void approveTheGate() {
        Attestations attestations = new Attestations(workspace.decisions(), workspace);
        RecordedContext.hosted().record(dossier().comparison().candidate(), workspace.decisions());
        List.of(EvidenceKind.FULL_BENCHMARK, EvidenceKind.DOMAIN, EvidenceKind.RED_TEAM).forEach(kind ->
            attestations.attest(dossier().subject(), kind, "done", 40, 10, LocalDate.parse("2026-12-01")));
        JudgeChecks checks = new JudgeChecks(workspace.decisions());
        RunComparison comparison = dossier().comparison();
        comparison.flips(FlipKind.HARMFUL).forEach(flip -> checks.record(comparison, flip, JudgeCheck.RIGHT));
        weigh(2);
        RiskAcceptance asked = ask();
        workspace.as("Reviewer B");
        acceptances.approve(asked);
        workspace.as("Reviewer A");
        signOff.acknowledgeGaps(dossier());
        signOff.decide(GateAct.APPROVE_ENHANCED, dossier(), REASON, policy);
    }

    private Line line() {
        return new AcceptanceRegister(workspace, workspace).lines(policy).get(0);
    }

    @Test
    void proposedThenInReviewThenApprovedThenActive() {
        RiskAcceptance asked = ask();
        assertThat(latest().state()).isEqualTo(AcceptanceState.REQUESTED);
        workspace.as("Reviewer B");
        acceptances.review(asked);
        assertThat(latest().state()).isEqualTo(AcceptanceState.IN_REVIEW);
        acceptances.approve(latest());
        assertThat(latest().state()).isEqualTo(AcceptanceState.APPROVED);
    }

    @Test
    void anApprovedOneThatADecisionRestsOnIsActive() {
        approveTheGate();
        assertThat(latest().state()).isEqualTo(AcceptanceState.ACTIVE);
        assertThat(dossier().state()).isEqualTo(GateState.APPROVED);
        assertThat(line().attention()).isEqualTo(Attention.HOLDS);
    }

    @Test
    void theRequesterCannotEvenTakeItForReview() {
        RiskAcceptance asked = ask();
        assertThatThrownBy(() -> acceptances.review(asked)).isInstanceOf(InputException.class).hasMessageContaining("someone else");
    }

    @Test
    void aRejectionNeedsAReasonAndIsFinal() {
        RiskAcceptance asked = ask();
        workspace.as("Reviewer B");
        assertThatThrownBy(() -> acceptances.reject(asked, " ")).isInstanceOf(InputException.class);
        acceptances.reject(asked, "The filter was never tested.");
        assertThat(latest().state()).isEqualTo(AcceptanceState.REJECTED);
        assertThat(latest().note()).isEqualTo("The filter was never tested.");
        assertThatThrownBy(() -> acceptances.approve(asked)).isInstanceOf(InputException.class).hasMessageContaining("rejected");
    }

    @Test
    void withoutAnOwnerOfTheConditionsNothingIsAsked() {
        AcceptanceDraft unowned = new AcceptanceDraft("scope", REASON, "conditions", " ", LocalDate.parse("2026-08-01"));
        assertThatThrownBy(() -> acceptances.request(dossier(), unowned, policy)).isInstanceOf(InputException.class)
            .hasMessageContaining("owner");
    }

    @Test
    void theRequesterMayWithdrawWhatWaitsAndOthersMayNot() {
        RiskAcceptance asked = ask();
        workspace.as("Reviewer B");
        assertThatThrownBy(() -> acceptances.withdraw(asked, "no longer needed")).isInstanceOf(InputException.class)
            .hasMessageContaining("Reviewer A");
        workspace.as("Reviewer A");
        acceptances.withdraw(asked, "no longer needed");
        assertThat(latest().state()).isEqualTo(AcceptanceState.WITHDRAWN);
    }

    @Test
    void withdrawingAnActiveOneReturnsTheGateToReview() {
        approveTheGate();
        acceptances.withdraw(latest(), "The filter broke.");
        assertThat(dossier().state()).isEqualTo(GateState.BACK_TO_REVIEW);
        assertThat(line().attention()).isEqualTo(Attention.OVERDUE);
    }

    @Test
    void anotherContextLapsesTheAcceptanceAndMakesTheDecisionStale() {
        approveTheGate();
        weigh(4);
        assertThat(latest().state()).isEqualTo(AcceptanceState.VOID);
        assertThat(latest().stateReason()).contains("weighed anew").contains("Context 2").contains("Context 4");
        assertThat(dossier().state()).isEqualTo(GateState.STALE);
        assertThat(dossier().stateReason()).contains("weighed anew");
    }

    @Test
    void anotherJudgeLapsesTheAcceptance() {
        approveTheGate();
        RiskAcceptance accepted = latest();
        RiskAcceptance byAnother = new RiskAcceptance(accepted.id(), accepted.gateId(), accepted.outcome(), accepted.terms(),
            accepted.value(),
            accepted.interval(), new RiskAcceptance.Ground("another judge", accepted.ground().context(), Map.of()), accepted.requester(),
                "",
            accepted.requestedAt(), accepted.decidedBy(), accepted.decidedAt(), "", AcceptanceState.APPROVED, "");
        RiskAcceptance now = acceptances.lapse(byAnother, dossier().comparison(), dossier().risk(), accepted.id());
        assertThat(now.state()).isEqualTo(AcceptanceState.VOID);
        assertThat(now.stateReason()).contains("another judge judged");
    }

    @Test
    void evidenceThatExpiredMakesTheDecisionStale() {
        approveTheGate();
        workspace.at("2026-08-25T00:00:00Z");
        assertThat(dossier().state()).isEqualTo(GateState.APPROVED);
        workspace.at("2026-10-01T00:00:00Z");
        assertThat(dossier().state()).isEqualTo(GateState.STALE);
        assertThat(dossier().stateReason()).contains("expired on 2026-09-29");
    }

    @Test
    void aGateWhoseRunWasUndoneIsStaleAndSaysSo() {
        workspace.decisions().record(DecisionKinds.GATE_DECIDED, "gate:base:gone", Map.of("act", "BLOCK", "outcome", "BLOCK", "evidence",
            "ASSURED",
            "reason", "x", "base", "base", "candidate", "gone", "inputs", Map.of("partial", "UNSAFE")));
        assertThat(new GateDossiers(workspace, workspace).decided(policy)).singleElement().satisfies(gate -> {
            assertThat(gate.state()).isEqualTo(GateState.STALE);
            assertThat(gate.reason()).contains("The run gone is no longer in the workspace");
        });
    }

    @Test
    void whatEndsInAFortnightIsListedAsEndingSoon() {
        approveTheGate();
        workspace.at("2026-08-20T00:00:00Z");
        assertThat(line().attention()).isEqualTo(Attention.EXPIRING);
        assertThat(line().words()).isEqualTo("ends in 12 days");
        workspace.at("2026-09-02T00:00:00Z");
        assertThat(line().attention()).isEqualTo(Attention.OVERDUE);
    }

    @Test
    void theOldestThatWaitsStandsFirst() {
        RiskAcceptance old = ask();
        workspace.at("2026-07-20T12:00:00Z");
        ask();
        assertThat(line().acceptance().id()).isEqualTo(old.id());
        assertThat(line().words()).isEqualTo("waits 5 days");
    }

    @Test
    void twoDecisionsOnOneGateFromMergedJournalsWaitForAPerson() {
        approveTheGate();
        String gate = dossier().subject().id();
        workspace.as("Reviewer C");
        signOff.decide(GateAct.BLOCK, dossier(), "The filter does not hold what it promises.", policy);
        workspace.decisions().record(DecisionKinds.JOURNAL_MERGED, "journal:x", Map.of("conflicts", List.of(Map.of("kind",
            DecisionKinds.GATE_DECIDED,
            "subject", gate))));
        assertThat(dossier().state()).isEqualTo(GateState.CONFLICT);
        assertThat(dossier().stateReason()).contains("Reviewer A chose").contains("Reviewer C chose “Block deployment”");
        signOff.decide(GateAct.BLOCK, dossier(), "We looked again together and block it.", policy);
        assertThat(dossier().state()).isEqualTo(GateState.BLOCKED);
        assertThat(dossier().result().outcome()).isEqualTo(GateOutcome.ENHANCED);
    }
}
