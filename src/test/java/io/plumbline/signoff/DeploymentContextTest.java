package io.plumbline.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.adapters.AdapterNames;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.deployment.DeploymentContext.Purpose;
import io.plumbline.signoff.deployment.DeploymentContext.Traffic;
import io.plumbline.signoff.deployment.DeploymentContext.Weights;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.ThreatActor;
import io.plumbline.signoff.deployment.WeightsSource;
import io.plumbline.store.PolicyReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a deployment context changes in what a gate asks (REQUIREMENTS R99–R103, R110–R118). */
class DeploymentContextTest {

    private static final String REASON = "Monitoring at full sampling is live and the filter is in place.";
    private final Policy policy = new PolicyReader().defaults();
    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.table("fraud", 900, 100, 0, 0).addTable("privacy", 900, 100,
        0, 0));

    private GateDossier dossier() {
        return new GateDossiers(workspace, workspace).assemble(ComparisonRequest.of("base", "candidate"), policy);
    }

    private void record(RecordedContext context) {
        context.record(dossier().comparison().candidate(), workspace.decisions());
    }

    private EvidenceItem item(EvidenceKind kind) {
        return dossier().evidence().stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
    }

    private boolean asked(EvidenceKind kind) {
        return dossier().evidence().stream().anyMatch(item -> item.kind() == kind);
    }

    private void weigh(int level) {
        new SignOff(workspace).weigh(dossier().subject(), Arrays.stream(RiskFactor.values())
            .collect(Collectors.toMap(Function.identity(), factor -> level)), "why", Double.NaN);
    }

    @Test
    void withoutAContextThereIsNoApproval() {
        assertThat(item(EvidenceKind.CONTEXT).isOpenDemand()).isTrue();
        record(RecordedContext.hosted());
        assertThat(item(EvidenceKind.CONTEXT).holds()).isTrue();
        assertThat(item(EvidenceKind.CONTEXT).by()).isEqualTo("Reviewer A");
    }

    @Test
    void behindAHostedApiWeightsStayOnTheListAsImpossibleAndAreAGap() {
        record(RecordedContext.hosted());
        assertThat(List.of(EvidenceKind.WEIGHT_COMPARISON, EvidenceKind.ACTIVATION_COMPARISON, EvidenceKind.TRAINING_RECORD))
            .allSatisfy(kind -> {
                assertThat(item(kind).status()).isEqualTo(EvidenceStatus.IMPOSSIBLE);
                assertThat(item(kind).isOpenDemand()).isFalse();
            });
        assertThat(dossier().gaps().text()).contains("Not possible in this context: ", "Weights compared with the base", "stays unknown");
    }

    @Test
    void theProvidersClaimsAreHeldAgainstOnesOwnCategories() {
        record(RecordedContext.hosted().claimed(Map.of("Fraud", "report.pdf")));
        assertThat(item(EvidenceKind.PROVIDER_COVERAGE).status()).isEqualTo(EvidenceStatus.PARTLY);
        assertThat(item(EvidenceKind.PROVIDER_COVERAGE).detail()).startsWith("1 of 2");
        assertThat(item(EvidenceKind.PROVIDER_COVERAGE).demand()).contains("privacy");
        record(RecordedContext.hosted());
        assertThat(item(EvidenceKind.PROVIDER_COVERAGE).holds()).isTrue();
    }

    @Test
    void withOpenWeightsTheTrainingRecordIsOnesOwnDutyAndWeightsCanBeCompared() {
        record(RecordedContext.hosted().reached(ModelAccess.OPEN_WEIGHTS));
        assertThat(item(EvidenceKind.TRAINING_RECORD).isOpenDemand()).isTrue();
        assertThat(item(EvidenceKind.WEIGHT_COMPARISON).status()).isEqualTo(EvidenceStatus.MISSING);
        assertThat(asked(EvidenceKind.PROVIDER_COVERAGE)).isFalse();
        assertThat(dossier().profile().isHigh(RiskFactor.CONTEXT, policy)).isTrue();
        assertThat(item(EvidenceKind.PAIRED_PROMPTS).holds()).isTrue();
        assertThat(dossier().profile().consequences(policy)).anyMatch(sentence -> sentence.contains("1000 paired prompts instead of 500"));
    }

    @Test
    void withOpenWeightsNothingMayBeWithoutAnOwner() {
        record(RecordedContext.hosted().reached(ModelAccess.OPEN_WEIGHTS).ownedBy(""));
        assertThat(item(EvidenceKind.OWNERS).isOpenDemand()).isTrue();
        new EvidenceOwners(workspace.decisions(), dossier().comparison().candidate()).assign(EvidenceKind.RED_TEAM, "Bo");
        assertThat(item(EvidenceKind.OWNERS).detail()).startsWith("1 of ");
        record(RecordedContext.hosted().reached(ModelAccess.OPEN_WEIGHTS));
        assertThat(item(EvidenceKind.OWNERS).holds()).isTrue();
    }

    @Test
    void anAdapterIsComparedWithItselfOffAndEachCombinationInUse() {
        record(RecordedContext.hosted().reached(ModelAccess.ADAPTER).with(new Weights("another model", WeightsSource.OWN, List.of("a",
            "b"))));
        assertThat(item(EvidenceKind.ADAPTER_OFF).isOpenDemand()).isTrue();
        assertThat(item(EvidenceKind.ADAPTER_COMBINATIONS).demand()).contains("Not tested on this suite: a; b; a + b.");
        new AdapterNames(workspace.decisions()).name(dossier().comparison().candidate(), "model", List.of("B", "a"));
        assertThat(item(EvidenceKind.ADAPTER_COMBINATIONS).demand()).contains("Not tested on this suite: a; b.");
        String base = dossier().comparison().base().displayName();
        record(RecordedContext.hosted().reached(ModelAccess.ADAPTER).with(new Weights(base, WeightsSource.OWN, List.of("a"))));
        assertThat(item(EvidenceKind.ADAPTER_OFF).holds()).isTrue();
        assertThat(item(EvidenceKind.ADAPTER_COMBINATIONS).holds()).isTrue();
    }

    @Test
    void anAdapterNeedsABase() {
        assertThatThrownBy(() -> record(RecordedContext.hosted().reached(ModelAccess.ADAPTER))).isInstanceOf(InputException.class)
            .hasMessageContaining("base");
    }

    @Test
    void aCommunitySourceAsksForMoreWhateverAPersonWeighed() {
        weigh(1);
        record(RecordedContext.hosted().reached(ModelAccess.OPEN_WEIGHTS).with(new Weights("", WeightsSource.COMMUNITY, List.of())));
        assertThat(item(EvidenceKind.TRIGGER_HUNTING).required()).isTrue();
        assertThat(item(EvidenceKind.WEIGHT_COMPARISON).required()).isTrue();
        record(RecordedContext.hosted());
        assertThat(item(EvidenceKind.TRIGGER_HUNTING).required()).isFalse();
    }

    @Test
    void whoThreatensAndWhatItActsWithDecidesWhatMustBeTried() {
        record(RecordedContext.hosted().by(ThreatActor.SUPPLY_CHAIN, ThreatActor.ADAPTIVE_ATTACKERS).actingWith("a shell"));
        assertThat(item(EvidenceKind.TRIGGER_HUNTING).required()).isTrue();
        assertThat(item(EvidenceKind.INTERACTION).required()).isTrue();
        assertThat(item(EvidenceKind.CAPABILITY_TESTING).required()).isTrue();
    }

    @Test
    void vulnerableUsersNeedTwoReadersOfEachFlip() {
        new SignOff(workspace).weigh(dossier().subject(), Map.of(RiskFactor.USERS, 5), "children", Double.NaN);
        JudgeChecks checks = new JudgeChecks(workspace.decisions());
        RunComparison comparison = dossier().comparison();
        comparison.flips(FlipKind.HARMFUL).forEach(flip -> checks.record(comparison, flip, JudgeCheck.RIGHT));
        assertThat(item(EvidenceKind.FLIPS_REVIEWED).demand()).contains("2 people", "200 of 200");
        workspace.as("Reviewer B");
        comparison.flips(FlipKind.HARMFUL).forEach(flip -> checks.record(comparison, flip, JudgeCheck.RIGHT));
        assertThat(item(EvidenceKind.FLIPS_REVIEWED).holds()).isTrue();
    }

    @Test
    void trafficAndShareForecastHarmfulAnswersADayWithAnInterval() {
        record(RecordedContext.hosted().with(new Traffic(200_000, 0.001)));
        assertThat(item(EvidenceKind.HARM_FORECAST).holds()).isTrue();
        // 200 of 2,000 unsafe: 10 % of 200 requests for harm; Wilson 95 % by R, prop.test(200, 2000, correct = FALSE): 0.08760, 0.11393
        assertThat(dossier().forecast().perDay()).isCloseTo(20, within(1e-9));
        assertThat(dossier().forecast().interval().lower()).isCloseTo(17.52, within(0.01));
        assertThat(dossier().forecast().interval().upper()).isCloseTo(22.79, within(0.01));
        record(RecordedContext.hosted().with(new Traffic(200_000, Double.NaN)));
        assertThat(item(EvidenceKind.HARM_FORECAST).isOpenDemand()).isTrue();
    }

    @Test
    void aDomainIsTestedWhereItsCategoriesCanBeJudged() {
        record(RecordedContext.hosted().with(new Purpose("Payments", List.of("Fraud"))));
        assertThat(item(EvidenceKind.DOMAIN).holds()).isTrue();
        record(RecordedContext.hosted().with(new Purpose("Medicine", List.of("drugs"))));
        assertThat(item(EvidenceKind.DOMAIN).demand()).contains("drugs");
    }

    @Test
    void anotherContextMakesADecisionStaleAndSaysWhatChanged() {
        record(RecordedContext.hosted());
        new SignOff(workspace).decide(GateAct.BLOCK, dossier(), REASON, policy);
        assertThat(dossier().state()).isEqualTo(GateState.BLOCKED);
        record(RecordedContext.hosted().reached(ModelAccess.OPEN_WEIGHTS).with(new Traffic(50, Double.NaN)));
        assertThat(dossier().state()).isEqualTo(GateState.STALE);
        assertThat(dossier().stateReason()).contains("The deployment changed: access Hosted API → Open weights.",
            "The deployment changed: requests a day not said → 50.");
    }

    @Test
    void anotherContextEndsAnAcceptance() {
        record(RecordedContext.hosted());
        Acceptances acceptances = new Acceptances(workspace, workspace);
        RiskAcceptance asked = acceptances.request(dossier(), new AcceptanceDraft("−10 %", REASON, "Full sampling", "Owner O",
            LocalDate.parse("2026-09-01")), policy);
        workspace.as("Reviewer B");
        acceptances.approve(asked);
        record(RecordedContext.hosted().actingWith("a shell"));
        assertThat(dossier().latestAcceptance().orElseThrow().state()).isEqualTo(AcceptanceState.VOID);
        assertThat(dossier().latestAcceptance().orElseThrow().stateReason()).contains("tools not said → a shell");
    }

    @Test
    void aContextHoldsForEveryRunOfTheCandidate() {
        record(RecordedContext.hosted().with(new Traffic(7, 0.5)));
        assertThat(new DeploymentContexts(workspace.decisions())
            .of(dossier().comparison().candidate()).orElseThrow().traffic()).isEqualTo(new Traffic(7, 0.5));
    }

    @Test
    void aJudgeThatGuardsProductionIsMarkedCircularAndIsAGap() {
        GateWorkspace recorded = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
        RecordedContext.hosted().guardedBy("Llama Guard 2, before the answer").record(recorded.runs().find("ablation").orElseThrow(),
            recorded.decisions());
        GateDossier gate = new GateDossiers(recorded, recorded).assemble(ComparisonRequest.of("base", "ablation"), policy);
        assertThat(gate.comparison().judge()).isEqualTo("llamaguard2");
        assertThat(gate.evidence()).filteredOn(item -> item.kind() == EvidenceKind.SAME_JUDGE).singleElement()
            .satisfies(item -> assertThat(item.detail()).contains("circular"));
        assertThat(gate.gaps().text()).contains("Circular: the judge llamaguard2 also guards the model in production");
    }
}
