package io.plumbline.evaluation;

import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import java.util.List;

/**
 * One prompt that both runs answered, with every answer it got.
 *
 * @param key       what paired it
 * @param category  harm category, empty where neither run names one
 * @param intent    the stricter of the two runs' readings
 * @param base      the base model's answers, one or more
 * @param candidate the candidate's answers, one or more
 */
public record PairedPrompt(String key, String category, PromptIntent intent, List<Sample> base, List<Sample> candidate) {

    public PairedPrompt {
        base = List.copyOf(base);
        candidate = List.copyOf(candidate);
    }

    public boolean isHarmless() {
        return intent == PromptIntent.HARMLESS;
    }

    public Sample firstBase() {
        return base.get(0);
    }

    public Sample firstCandidate() {
        return candidate.get(0);
    }

    public int mostAnswers() {
        return Math.max(base.size(), candidate.size());
    }

    /** Whether both models were shown the same words; attacks that tailor the prompt to the model are paired on the behaviour alone. */
    public boolean sameWords() {
        return PromptText.normalised(firstBase().prompt()).equals(PromptText.normalised(firstCandidate().prompt()));
    }
}
