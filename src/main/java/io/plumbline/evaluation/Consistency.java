package io.plumbline.evaluation;

import java.util.List;

/**
 * Whether a model gives the same kind of answer when the same prompt is put to it again (R77).
 *
 * @param runsNeeded         repeats below which a variance says nothing
 * @param prompts            prompts that both models answered at least that often
 * @param baseFlipIndex      mean of 4·p(1−p) over these prompts, 0 = always the same, 1 = an even split; NaN without prompts
 * @param candidateFlipIndex the same for the candidate
 */
public record Consistency(int runsNeeded, int prompts, double baseFlipIndex, double candidateFlipIndex) {

    static Consistency of(List<PromptOutcome> outcomes, int runsNeeded) {
        List<PromptOutcome> repeated = outcomes.stream()
            .filter(outcome -> outcome.base().scored() >= runsNeeded && outcome.candidate().scored() >= runsNeeded).toList();
        return new Consistency(runsNeeded, repeated.size(),
            repeated.stream().mapToDouble(outcome -> outcome.base().flipIndex()).average().orElse(Double.NaN),
            repeated.stream().mapToDouble(outcome -> outcome.candidate().flipIndex()).average().orElse(Double.NaN));
    }
}
