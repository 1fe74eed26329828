package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsViewModelTest {

    private final List<Throwable> errors = new ArrayList<>();
    private final ConditionsViewModel model = new ConditionsViewModel(new GateWorkspace(RecordedRuns.emPolitical()), new SameThreadTaskRunner(),
        errors::add);

    @Test
    void theRunsThatShareAJudgeAreOffered() {
        model.load();
        assertThat(model.choice().get().runs()).hasSize(6);
        assertThat(errors).isEmpty();
    }

    @Test
    void conditionsStandBesideTheirBase() {
        model.load();
        List<EvaluationRun> runs = model.choice().get().runs();
        model.compare(runs.get(0), runs, "claude3_haiku");
        assertThat(model.view().get().orElseThrow().table().rows()).hasSize(6);
        assertThat(model.view().get().orElseThrow().table().base().run()).isEqualTo(runs.get(0));
    }

    @Test
    void theBaseAloneIsNoComparison() {
        model.load();
        List<EvaluationRun> runs = model.choice().get().runs();
        model.compare(runs.get(0), List.of(runs.get(0)), "claude3_haiku");
        assertThat(model.view().get()).isEmpty();
        assertThat(model.problem().get()).contains("besides the base");
    }

    @Test
    void aWorkspaceWithoutNumbersOffersNothing() {
        ConditionsViewModel empty = new ConditionsViewModel(new GateWorkspace(RecordedRuns.refusalDirection("llama-2-7b-chat-hf")),
            new SameThreadTaskRunner(), errors::add);
        empty.load();
        assertThat(empty.choice().get().runs()).isEmpty();
    }
}
