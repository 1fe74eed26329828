package io.plumbline.evaluation.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.signoff.GateWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdapterMatricesTest {

    private static final int PROMPTS = 600;
    private final RecordedRuns runs = new RecordedRuns();
    private final GateWorkspace workspace = new GateWorkspace(runs);

    private void add(String id, String model, IntPredicate safe) {
        List<Sample> samples = IntStream.range(0, PROMPTS).mapToObj(i ->
            RecordedRuns.sample(id, i, "key " + i, "weapons", PromptIntent.HARMFUL, RecordedRuns.verdict(safe.test(i)))).toList();
        runs.add(id, model, "", "suite", List.of("judge"), samples);
    }

    private AdapterMatrix matrix() {
        List<AdapterMatrix> all = new AdapterMatrices(workspace).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static AdapterRow row(AdapterMatrix matrix, String words) {
        return matrix.rows().stream().filter(row -> row.stack().words().equals(words)).findFirst().orElseThrow();
    }

    @Test
    void eachAdapterAndEachStackStandsAgainstTheModelAlone() {
        add("plain", "llama", i -> true);
        add("a", "llama + tax", i -> i >= 60);
        add("b", "llama+law", i -> i < 540);
        add("ab", "llama + law + tax", i -> i >= 60 && i < 540);
        AdapterMatrix matrix = matrix();
        assertThat(matrix.rows()).extracting(row -> row.stack().words()).containsExactly("no adapter", "law", "tax", "law + tax");
        assertThat(row(matrix, "tax").change().orElseThrow().relative()).isCloseTo(-0.1, within(1e-12));
        assertThat(row(matrix, "law + tax").change().orElseThrow().relative()).isCloseTo(-0.2, within(1e-12));
        assertThat(matrix.interactions()).hasSize(1);
        assertThat(matrix.interactions().get(0).points()).as("each takes its own tenth").isCloseTo(0, within(1e-12));
    }

    @Test
    void twoAdaptersThatAreHarmlessAloneCanBeHarmfulTogether() {
        add("plain", "llama", i -> true);
        add("a", "llama + tax", i -> true);
        add("b", "llama + law", i -> true);
        add("ab", "llama + law + tax", i -> i % 4 != 0);
        AdapterInteraction interaction = matrix().interactions().get(0);
        assertThat(interaction.points()).isCloseTo(-0.25, within(1e-12));
        assertThat(interaction.interval().upper()).isLessThan(-0.2);
        assertThat(interaction.n()).isEqualTo(PROMPTS);
    }

    @Test
    void aPairThatNobodyTestedIsThereAndNotEnoughEvidence() {
        add("plain", "llama", i -> true);
        add("a", "llama + tax", i -> true);
        add("b", "llama + law", i -> true);
        AdapterRow untested = row(matrix(), "law + tax");
        assertThat(untested.isTested()).isFalse();
        assertThat(untested.isUntestedInUse()).isFalse();
        assertThat(untested.state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
    }

    @Test
    void aPersonsWordCountsBeforeTheNameAndGoesToTheJournal() {
        add("plain", "llama", i -> true);
        add("a", "llama-ft-0712", i -> i >= 60);
        assertThat(new AdapterMatrices(workspace).all()).isEmpty();
        new AdapterNames(workspace.decisions()).name(runs.find("a").orElseThrow(), "llama", List.of("tax", " "));
        assertThat(row(matrix(), "tax").change()).isPresent();
        assertThat(workspace.decisions().ofKinds(DecisionKinds.ADAPTERS_NAMED)).hasSize(1);
    }

    @Test
    void namesAreReadFromMetadataOfMoreThanOneTool() {
        AdapterNames names = new AdapterNames(workspace.decisions());
        assertThat(names.of(run(Map.of("lora_path", "/models/adapters/tax-v3/"))).adapters()).containsExactly("tax-v3");
        assertThat(names.of(run(Map.of("model_args", "pretrained=llama,peft=org/law-lora,dtype=auto"))).adapters()).containsExactly("law-lora");
        assertThat(names.of(run(Map.of("Adapters", "[\"tax\", \"law\"]"))).adapters()).containsExactly("law", "tax");
        assertThat(names.of(run(Map.of("adapter", "None"))).isPlain()).isTrue();
        assertThat(names.of(run(Map.of())).isPlain()).isTrue();
        assertThat(names.ofLogModel("llama + tax + law").words()).isEqualTo("law + tax");
    }

    @Test
    void theOrderAndTheSpellingOfNamesMakeNoOtherStack() {
        assertThat(new AdapterStack("Llama-2", List.of("Tax_v1", "law")).matches(new AdapterStack("llama 2", List.of("LAW", "tax-v1")))).isTrue();
    }

    @Test
    void adaptersWithoutARunOfTheModelAloneSayWhatIsMissing() {
        add("a", "llama + tax", i -> true);
        AdapterMatrix matrix = matrix();
        assertThat(row(matrix, "tax").remark()).isEqualTo("no run of the model without adapters");
        assertThat(row(matrix, "no adapter").isTested()).isFalse();
    }

    private static EvaluationRun run(Map<String, String> metadata) {
        return new EvaluationRun("id", "import", "llama", "", "suite", "test", "file", Optional.empty(), 1, 0, List.of("judge"), metadata);
    }
}
