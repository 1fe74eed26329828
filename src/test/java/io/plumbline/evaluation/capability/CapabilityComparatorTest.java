package io.plumbline.evaluation.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Policy;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TaskResult;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NonInferiority;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.PolicyReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapabilityComparatorTest {

    private final Policy policy = new PolicyReader().defaults();

    private static EvaluationRun run(String id, String model, String variant, RunPurpose purpose, TaskResult... results) {
        return new EvaluationRun(id, "import", model, variant, "mmlu", "test", id, Optional.empty(), 0, 0, List.of(), Map.of(), purpose,
            List.of(results));
    }

    private static TaskResult score(String task, double value, double error, TaskResult.Better better) {
        return new TaskResult(task, "acc", "none", value, error, -1, better, TaskResult.Origin.STATED);
    }

    private static TaskResult mmlu(double value) {
        return score("mmlu", value, 0.0043, TaskResult.Better.HIGHER);
    }

    private static EvaluationRuns workspace(EvaluationRun... runs) {
        return new EvaluationRuns() {
            @Override
            public List<EvaluationRun> list() {
                return List.of(runs);
            }

            @Override
            public Optional<EvaluationRun> find(String reference) {
                return list().stream().filter(run -> run.id().equals(reference)).findFirst();
            }

            @Override
            public List<Sample> samples(String runId) {
                return List.of();
            }
        };
    }

    /** MMLU of the emergent-misalignment study: base 0.7585, political 0.7579, standard error 0.0043: capability unchanged. */
    @Test
    void anUnchangedBenchmarkIsNotInferior() {
        CapabilityComparison found = CapabilityComparator.compare(run("b", "base", "", RunPurpose.CAPABILITY, mmlu(0.7585)),
            run("c", "political", "", RunPurpose.CAPABILITY, mmlu(0.7579)), policy).orElseThrow();
        assertThat(found.headline().gain()).isEqualTo(-0.0006, within(1e-9));
        // 0.0006 ± 1.645 · 0.0043 · √2
        Interval interval = found.headline().interval().orElseThrow();
        assertThat(interval.lower()).isEqualTo(-0.0106, within(0.00005));
        assertThat(interval.upper()).isEqualTo(0.0094, within(0.00005));
        assertThat(found.headline().reading()).contains(NonInferiority.Reading.SHOWN);
    }

    @Test
    void aLossIsALossAlsoWhereLowerIsBetter() {
        CapabilityComparison found = CapabilityComparator.compare(
            run("b", "base", "", RunPurpose.CAPABILITY, score("pile", 2.220, 0.001, TaskResult.Better.LOWER)),
            run("c", "tuned", "", RunPurpose.CAPABILITY, score("pile", 2.320, 0.001, TaskResult.Better.LOWER)), policy).orElseThrow();
        assertThat(found.headline().gain()).isEqualTo(-0.1, within(1e-9));
        assertThat(found.headline().reading()).contains(NonInferiority.Reading.REFUTED);
    }

    @Test
    void withoutAStandardErrorNothingIsShown() {
        CapabilityComparison found = CapabilityComparator.compare(
            run("b", "base", "", RunPurpose.CAPABILITY, score("mmlu", 0.7, Double.NaN, TaskResult.Better.HIGHER)),
            run("c", "tuned", "", RunPurpose.CAPABILITY, mmlu(0.7)), policy).orElseThrow();
        assertThat(found.headline().interval()).isEmpty();
        assertThat(found.headline().reading()).isEmpty();
    }

    @Test
    void theRunsOfTheSameConditionsAreFoundByName() {
        EvaluationRun base = run("s1", "Qwen/Qwen2.5-7B-Instruct", "v2_base", RunPurpose.SAFETY);
        EvaluationRun candidate = run("s2", "Qwen/Qwen2.5-7B-Instruct", "v2_political", RunPurpose.SAFETY);
        CapabilityComparator comparator = new CapabilityComparator(workspace(base, candidate,
            run("m1", "base (Qwen/Qwen2.5-7B-Instruct, 4-bit)", "base", RunPurpose.CAPABILITY, mmlu(0.7585)),
            run("m2", "political (Qwen2.5-7B + LoRA, 4-bit)", "political", RunPurpose.CAPABILITY, mmlu(0.7579)),
            run("m3", "another-model", "political", RunPurpose.CAPABILITY, mmlu(0.1))));
        assertThat(comparator.beside(base, candidate, policy).orElseThrow().candidate().id()).isEqualTo("m2");
        assertThat(comparator.beside(base, run("s3", "Qwen/Qwen2.5-7B-Instruct", "v2_valence", RunPurpose.SAFETY), policy)).isEmpty();
    }

    @Test
    void theScoreOfTheWholeSuiteSpeaksFirst() {
        CapabilityComparison found = CapabilityComparator.compare(
            run("b", "base", "", RunPurpose.CAPABILITY, score("mmlu_virology", 0.5, 0.01, TaskResult.Better.HIGHER), mmlu(0.75)),
            run("c", "tuned", "", RunPurpose.CAPABILITY, score("mmlu_virology", 0.4, 0.01, TaskResult.Better.HIGHER), mmlu(0.75)), policy)
            .orElseThrow();
        assertThat(found.headline().name()).isEqualTo("mmlu acc");
        assertThat(found.shifts()).hasSize(2);
    }
}
