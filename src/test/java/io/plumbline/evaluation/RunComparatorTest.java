package io.plumbline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.store.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the comparison does with runs that do not fit each other neatly. */
class RunComparatorTest {

    private final Policy policy = new PolicyReader().defaults();

    private RunComparison compare(RecordedRuns runs) {
        return new RunComparator(runs).compare(ComparisonRequest.of("base", "candidate"), policy);
    }

    private static RecordedRuns runs(List<Sample> base, List<Sample> candidate) {
        return new RecordedRuns().add("base", "model", "", "suite", List.of("judge"), base)
            .add("candidate", "model", "tuned", "suite", List.of("judge"), candidate);
    }

    private static Sample sample(String run, String key, String prompt, boolean safe) {
        return new Sample(run, 0, key, 1, "harm", PromptIntent.HARMFUL, prompt, "response", true, List.of(RecordedRuns.verdict(safe)), Map.of());
    }

    @Test
    void runsWithoutASharedPromptAreRefusedWithTheNumbersOfBothSides() {
        RecordedRuns runs = runs(List.of(sample("base", "one", "first words", true)), List.of(sample("candidate", "two", "other words", true)));
        assertThatThrownBy(() -> compare(runs)).isInstanceOf(InputException.class)
            .hasMessageContaining("None of the 1 prompts").hasMessageContaining("among the 1 of");
    }

    @Test
    void theSamePairIsComparedOnceAndAnotherReadingAnew() {
        RunComparator comparator = new RunComparator(RecordedRuns.table("harm", 3, 1, 0, 0));
        ComparisonRequest request = ComparisonRequest.of("base", "candidate");
        RunComparison first = comparator.compare(request, policy);
        assertThat(comparator.compare(request.judgedBy(first.judge()), policy)).isSameAs(first);
        assertThat(comparator.compare(request.counting(PartialRefusal.SAFE), policy).partial()).isEqualTo(PartialRefusal.SAFE);
    }

    @Test
    void aComparisonThatFailedFailsAgainInTheSameWords() {
        RunComparator comparator = new RunComparator(runs(List.of(sample("base", "one", "first words", true)),
            List.of(sample("candidate", "two", "other words", true))));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> comparator.compare(ComparisonRequest.of("base", "candidate"), policy)).isInstanceOf(InputException.class)
                .hasMessageContaining("None of the 1 prompts");
        }
    }

    @Test
    void aRunIsNotComparedWithItself() {
        assertThatThrownBy(() -> new RunComparator(RecordedRuns.table("harm", 1, 0, 0, 0))
            .compare(ComparisonRequest.of("base", "base"), policy)).isInstanceOf(InputException.class);
    }

    @Test
    void anUnknownRunIsNamedInTheSentence() {
        assertThatThrownBy(() -> new RunComparator(new RecordedRuns()).compare(ComparisonRequest.of("nowhere", "base"), policy))
            .isInstanceOf(InputException.class).hasMessageContaining("“nowhere”");
    }

    @Test
    void onePairedPromptIsComparedAndNeverEnough() {
        RunComparison comparison = compare(RecordedRuns.table("harm", 0, 1, 0, 0));
        assertThat(comparison.overall().relative()).isEqualTo(-1);
        assertThat(comparison.categories().get(0).state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void allSafeOnBothSidesIsNoChangeWithAnInterval() {
        RunComparison comparison = compare(RecordedRuns.table("harm", 500, 0, 0, 0));
        assertThat(comparison.overall().relative()).isZero();
        assertThat(comparison.overall().interval().lower()).isBetween(-0.02, -0.001);
        assertThat(comparison.state()).isEqualTo(SafetyState.OK);
    }

    @Test
    void noneSafeInTheBaseRunLeavesTheRelativeChangeUndefined() {
        RunComparison comparison = compare(RecordedRuns.table("harm", 0, 0, 3, 17));
        assertThat(comparison.overall().relative()).isNaN();
        assertThat(comparison.overall().points()).isEqualTo(0.15);
        assertThat(comparison.state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
        assertThat(comparison.warnings()).anyMatch(warning -> warning.contains("no safe response"));
    }

    @Test
    void judgeOfOneSideOnlyIsRefusedAndTheSharedOnesAreNamed() {
        RecordedRuns runs = RecordedRuns.table("harm", 5, 0, 0, 0);
        assertThatThrownBy(() -> new RunComparator(runs).compare(ComparisonRequest.of("base", "candidate").judgedBy("gpt4"), policy))
            .isInstanceOf(UnknownJudgeException.class).hasMessageContaining("judge");
    }

    @Test
    void runsWithoutACommonJudgeAreRefused() {
        RecordedRuns runs = new RecordedRuns().add("base", "m", "", "s", List.of("human"), List.of(sample("base", "k", "p", true)))
            .add("candidate", "m", "x", "s", List.of("gpt4"), List.of(sample("candidate", "k", "p", true)));
        assertThatThrownBy(() -> compare(runs)).isInstanceOf(InputException.class).hasMessageContaining("has human")
            .hasMessageContaining("has gpt4");
    }

    @Test
    void judgeNamesMatchWithoutCaseAndPunctuation() {
        RecordedRuns runs = RecordedRuns.refusalDirection("qwen-1_8b-chat");
        for (String name : List.of("LlamaGuard-2", "llama guard 2", "LLAMAGUARD2_label")) {
            assertThat(new RunComparator(runs).compare(ComparisonRequest.of("base", "ablation").judgedBy(name), policy).judge())
                .isEqualTo("llamaguard2");
        }
    }

    @Test
    void categoryOfOneSideOnlyIsShownWithoutEvidence() {
        List<Sample> base = new ArrayList<>();
        List<Sample> candidate = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            base.add(sample("base", "shared " + i, "shared words " + i, true));
            candidate.add(sample("candidate", "shared " + i, "shared words " + i, true));
        }
        base.add(RecordedRuns.sample("base", 30, "lonely", "weapons", PromptIntent.HARMFUL, RecordedRuns.verdict(true)));
        RunComparison comparison = compare(runs(base, candidate));
        CategoryRow lonely = comparison.categories().stream().filter(row -> row.category().equals("weapons")).findFirst().orElseThrow();
        assertThat(lonely.change().n()).isZero();
        assertThat(lonely.state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
        assertThat(lonely.adjustedP()).isNaN();
        assertThat(comparison.pairing().unpairedBase()).isEqualTo(1);
    }

    @Test
    void repeatsOfAPromptCountOnceByTheirMajorityAndATieIsUnsafe() {
        List<Sample> base = List.of(sample("base", "key", "p", true), sample("base", "key", "p", true), sample("base", "key", "p", false));
        List<Sample> candidate = List.of(sample("candidate", "key", "p", true), sample("candidate", "key", "p", false));
        RunComparison comparison = compare(runs(base, candidate));
        assertThat(comparison.overall().n()).isEqualTo(1);
        assertThat(comparison.overall().harmfulFlips()).isEqualTo(1);
        assertThat(comparison.ledger().get(0).base().mean()).isEqualTo(2.0 / 3);
    }

    @Test
    void theSamePromptUnderTwoKeysCountsOnce() {
        List<Sample> base = List.of(sample("base", "key one", "The  same words", true), sample("base", "key two", "the same words", true));
        List<Sample> candidate = List.of(sample("candidate", "key one", "the same words", true));
        assertThat(compare(runs(base, candidate)).overall().n()).isEqualTo(1);
    }

    @Test
    void promptsPairOnTheirWordsWhereTheKeysDiffer() {
        RunComparison comparison = compare(runs(List.of(sample("base", "alpha", "Same  Words", true)),
            List.of(sample("candidate", "beta", "same words", false))));
        assertThat(comparison.overall().harmfulFlips()).isEqualTo(1);
        assertThat(comparison.pairing().pairedOnWords()).isEqualTo(1);
    }

    @Test
    void aBareNumberIsNoKeyAcrossSuites() {
        RecordedRuns runs = new RecordedRuns().add("base", "m", "", "suite A", List.of("judge"), List.of(sample("base", "1", "first", true)))
            .add("candidate", "m", "x", "suite B", List.of("judge"), List.of(sample("candidate", "1", "quite another", true)));
        assertThatThrownBy(() -> compare(runs)).isInstanceOf(InputException.class);
    }

    @Test
    void aMissingResponseIsUnscoredAndCountsOnNeitherSide() {
        Sample silent = new Sample("candidate", 0, "key", 1, "harm", PromptIntent.HARMFUL, "p", "", false,
            List.of(new Judgement("judge", Verdict.SAFE, "not jailbroken")), Map.of());
        RunComparison comparison = compare(runs(List.of(sample("base", "key", "p", true)), List.of(silent)));
        assertThat(comparison.overall().n()).isZero();
        assertThat(comparison.unjudged()).isEqualTo(1);
        assertThat(comparison.overall().baseRate()).isNaN();
        assertThat(new GateEvaluator().evaluate(comparison, policy).evidence())
            .isEqualTo(EvidenceStrength.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void consistencyIsMeasuredFromFiveRepeatsOn() {
        List<Sample> base = new ArrayList<>();
        List<Sample> candidate = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            base.add(sample("base", "key", "p", true));
            candidate.add(sample("candidate", "key", "p", i < 3));
        }
        Consistency consistency = compare(runs(base, candidate)).consistency();
        assertThat(consistency.prompts()).isEqualTo(1);
        assertThat(consistency.baseFlipIndex()).isZero();
        assertThat(consistency.candidateFlipIndex()).isEqualTo(0.96);
    }

    @Test
    void tenThousandCategoriesAreJudged() {
        List<Sample> base = new ArrayList<>();
        List<Sample> candidate = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            base.add(RecordedRuns.sample("base", i, "prompt number " + i, "category " + i, PromptIntent.HARMFUL, RecordedRuns.verdict(true)));
            candidate.add(RecordedRuns.sample("candidate", i, "prompt number " + i, "category " + i, PromptIntent.HARMFUL,
                RecordedRuns.verdict(i % 2 == 0)));
        }
        RunComparison comparison = compare(runs(base, candidate));
        assertThat(comparison.categories()).hasSize(10_000).allMatch(row -> row.state() == SafetyState.NOT_ENOUGH_EVIDENCE);
        assertThat(new GateEvaluator().evaluate(comparison, policy).outcome()).isEqualTo(GateOutcome.BLOCK);
    }
}
