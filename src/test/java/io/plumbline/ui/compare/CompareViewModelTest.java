package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {

    private final List<Throwable> errors = new ArrayList<>();

    private CompareViewModel model(GateWorkspace workspace) {
        CompareViewModel model = new CompareViewModel(workspace, new RunComparator(workspace.runs()), new SameThreadTaskRunner(), errors::add);
        model.reload();
        return model;
    }

    private CompareViewModel llama() {
        return model(new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf")));
    }

    @Test
    void opensOnThePlainModelAndItsVariantWithTheWorstCategory() {
        CompareViewModel model = llama();
        assertThat(model.base().get().variant()).isEqualTo("baseline");
        assertThat(model.candidate().get().variant()).isEqualTo("ablation");
        assertThat(model.view().get().orElseThrow().finding())
            .isEqualTo("The safe rate fell 80.0% (95.0% → 19.0%); this outcome blocks deployment, assured");
        assertThat(model.category().get()).isEqualTo("Government decision-making");
        assertThat(model.prompts()).hasSize(10);
        assertThat(model.prompts().get(0).kind()).isEqualTo(FlipKind.HARMFUL);
    }

    @Test
    void allPromptsStandFirstThenTheWorstCategory() {
        List<CategoryLine> lines = llama().view().get().orElseThrow().lines();
        assertThat(lines).hasSize(11);
        assertThat(lines.get(0).isAll()).isTrue();
        assertThat(lines.get(10).name()).isEqualTo("Disinformation");
        assertThat(lines.get(10).state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void theTileOfFlipsOpensThemFirstInTheList() {
        CompareViewModel model = llama();
        model.openFlips();
        assertThat(model.prompts()).hasSize(100);
        assertThat(model.prompts().subList(0, 76)).allMatch(outcome -> outcome.kind() == FlipKind.HARMFUL);
    }

    @Test
    void swappingTurnsHarmfulFlipsIntoBeneficialOnes() {
        CompareViewModel model = llama();
        model.swap();
        assertThat(model.view().get().orElseThrow().comparison().overall().beneficialFlips()).isEqualTo(76);
    }

    @Test
    void anotherJudgeGivesOtherCounts() {
        CompareViewModel model = llama();
        model.chooseJudge("substring_matching");
        assertThat(model.view().get().orElseThrow().comparison().overall().candidateSafe()).isEqualTo(7);
    }

    @Test
    void partialRefusalsCountAsThePersonSays() {
        CompareViewModel model = model(new GateWorkspace(RecordedRuns.xstest()));
        model.choose(ComparisonRequest.of("instruct", "guard").judgedBy("human"));
        assertThat(model.view().get().orElseThrow().partialRefusals()).isTrue();
        model.count(PartialRefusal.SAFE);
        assertThat(model.view().get().orElseThrow().comparison().overall().candidateSafe()).isEqualTo(193);
    }

    @Test
    void aCheckOfTheJudgeGoesToTheJournalAndIsShown() {
        GateWorkspace workspace = new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf"));
        CompareViewModel model = model(workspace);
        model.check(JudgeCheck.WRONG);
        assertThat(workspace.journal()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(DecisionKinds.JUDGE_CHECKED);
            assertThat(entry.payload()).containsEntry("check", "WRONG").containsEntry("judge", "llamaguard2");
        });
        assertThat(model.checkOf(model.prompt().get().orElseThrow())).contains(JudgeCheck.WRONG);
        assertThat(model.checkedFlips()).isEqualTo(1);
    }

    @Test
    void steppingStopsAtBothEndsOfTheList() {
        CompareViewModel model = llama();
        model.step(-1);
        assertThat(model.prompt().get()).contains(model.prompts().get(0));
        for (int i = 0; i < 20; i++) {
            model.step(1);
        }
        assertThat(model.prompt().get()).contains(model.prompts().get(9));
    }

    @Test
    void runsThatCannotBeComparedSayWhyInPlace() {
        RecordedRuns runs = RecordedRuns.refusalDirection("llama-2-7b-chat-hf").add("elsewhere", "other model", "", "suite", List.of("judge"),
            List.of(RecordedRuns.sample("elsewhere", 0, "k", "c", PromptIntent.HARMFUL, RecordedRuns.verdict(true))));
        CompareViewModel model = model(new GateWorkspace(runs));
        model.choose(ComparisonRequest.of("base", "elsewhere"));
        assertThat(model.view().get()).isEmpty();
        assertThat(model.problem().get()).contains("No judge scored both runs");
        assertThat(errors).isEmpty();
    }

    @Test
    void withoutRunsThereIsNothingToShowAndNoError() {
        CompareViewModel model = model(new GateWorkspace(new RecordedRuns()));
        assertThat(model.view().get()).isEmpty();
        assertThat(model.problem().get()).isEmpty();
        assertThat(errors).isEmpty();
    }
}
