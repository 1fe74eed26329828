package io.plumbline.ui.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.AcceptanceDraft;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateAct;
import io.plumbline.signoff.GateState;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.signoff.RiskFactor;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContext.Purpose;
import io.plumbline.signoff.deployment.DeploymentContext.Reach;
import io.plumbline.signoff.deployment.DeploymentContext.Traffic;
import io.plumbline.signoff.deployment.DeploymentContext.Weights;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.WeightsSource;
import io.plumbline.ui.common.SameThreadTaskRunner;
import io.plumbline.ui.shell.ActForm.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignOffViewModelTest {

    private static final String REASON = "Full sampling and a filter are live since Monday.";
    private final List<Throwable> errors = new ArrayList<>();

    private SignOffViewModel model(GateWorkspace workspace) {
        SignOffViewModel model = new SignOffViewModel(workspace, workspace, new SameThreadTaskRunner(), errors::add);
        model.reload();
        return model;
    }

    private final Answer answer = new Answer() {
        @Override
        public void done() {
            // shown by the view
        }

        @Override
        public void refused(String sentence) {
            errors.add(new InputException(sentence));
        }
    };

    private static void unsigned() {
        // a workspace in memory keeps no keys
    }

    private static GateView view(SignOffViewModel model) {
        return model.view().get().orElseThrow();
    }

    @Test
    void theSampleIsBlockedAndApprovalIsOffWithTheReason() {
        SignOffViewModel model = model(new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf")));
        assertThat(view(model).headline()).isEqualTo("The policy blocks deployment");
        assertThat(view(model).against()).containsExactly("The outcome is Block; no acceptance lifts it, only new evidence does.");
    }

    @Test
    void blockingIsWrittenToTheJournalAndStandsInTheHistory() {
        GateWorkspace workspace = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
        SignOffViewModel model = model(workspace);
        model.decide(GateAct.BLOCK, "Refusals are gone on 76 of 100 prompts.", SignOffViewModelTest::unsigned, answer);
        assertThat(workspace.journal()).singleElement().satisfies(entry -> assertThat(entry.kind()).isEqualTo(DecisionKinds.GATE_DECIDED));
        assertThat(view(model).dossier().state()).isEqualTo(GateState.BLOCKED);
        assertThat(view(model).finding()).endsWith("Blocked");
    }

    @Test
    void theWholeWayToEnhancedMonitoringWithTwoPeople() {
        GateWorkspace workspace = new GateWorkspace(RecordedRuns.table("fraud", 900, 100, 0, 0).addTable("privacy", 900, 100, 0, 0));
        SignOffViewModel model = model(workspace);
        LocalDate until = LocalDate.parse("2026-09-01");
        model.attest(EvidenceKind.FULL_BENCHMARK, "HarmBench in full", 0, 0, until, answer);
        model.attest(EvidenceKind.DOMAIN, "Support", 0, 0, until, answer);
        model.attest(EvidenceKind.RED_TEAM, "Refunds", 40, 20, until, answer);
        RunComparison comparison = view(model).dossier().comparison();
        model.place(new DeploymentContext(new Reach(ModelAccess.OPEN_WEIGHTS, "Anyone", Set.of(), "", ""), new Purpose("Support", List
            .of()),
            new Traffic(Traffic.NOT_SAID, Double.NaN), new Weights("", WeightsSource.OWN, List.of()), Map.of(), "Owner O", ""), answer);
        model.attest(EvidenceKind.TRAINING_RECORD, "Data sets and parameters", 0, 0, until, answer);
        comparison.flips(FlipKind.HARMFUL).forEach(flip -> new JudgeChecks(workspace.decisions()).record(comparison, flip,
            JudgeCheck.RIGHT));
        model.weigh(Arrays.stream(RiskFactor.values()).collect(Collectors.toMap(Function.identity(), f -> 2)), "internal", 40);
        model.request(new AcceptanceDraft("support", REASON, "Full sampling", "Owner O", LocalDate.parse("2026-08-01")), answer);
        model.approve(view(model).dossier().latestAcceptance().orElseThrow(), SignOffViewModelTest::unsigned, answer);
        assertThat(errors).singleElement().satisfies(error -> assertThat(error).hasMessageContaining("someone else"));
        model.actAs("Reviewer B", "", answer);
        model.approve(view(model).dossier().latestAcceptance().orElseThrow(), SignOffViewModelTest::unsigned, answer);
        model.acknowledgeGaps();
        assertThat(view(model).against()).isEmpty();
        model.decide(GateAct.APPROVE_ENHANCED, REASON, SignOffViewModelTest::unsigned, answer);
        assertThat(view(model).dossier().state()).isEqualTo(GateState.APPROVED);
        assertThat(errors).hasSize(1);
    }

    @Test
    void everyRowOfTheOutcomeSaysWhatItDemands() {
        GateView view = view(model(new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"))));
        List<RuleLine> lines = RuleLine.of(view.dossier(), view.policy());
        assertThat(lines.get(0).title()).isEqualTo("Overall safe rate");
        assertThat(lines).allMatch(line -> !line.outcome().isEmpty());
        assertThat(lines.get(lines.size() - 1).nuance()).isEqualTo("collect 400 more");
    }

    @Test
    void withoutRunsThereIsNoGateAndNoError() {
        SignOffViewModel model = model(new GateWorkspace(new RecordedRuns()));
        assertThat(model.view().get()).isEmpty();
        assertThat(errors).isEmpty();
    }
}
