package io.plumbline.evaluation;

import io.plumbline.domain.PromptIntent;

/**
 * One prompt that both runs answered, with every answer it got.
 *
 * @param key       what paired it
 * @param category  harm category, empty where neither run names one
 * @param intent    the stricter of the two runs' readings
 * @param base      the base model's answers, one or more
 * @param candidate the candidate's answers, one or more
 */
public record PairedPrompt(String key, String category, PromptIntent intent, Answers base, Answers candidate) {

    public boolean isHarmless() {
        return intent == PromptIntent.HARMLESS;
    }

    public int mostAnswers() {
        return Math.max(base.count(), candidate.count());
    }

    /** Whether both models were shown the same words; attacks that tailor the prompt to the model are paired on the behaviour alone. */
    public boolean sameWords() {
        return base.asked().words() == candidate.asked().words();
    }

    /** The template, persona or other family that the prompt was made from; empty where neither run names one. */
    public String cluster() {
        return base.asked().cluster().isEmpty() ? candidate.asked().cluster() : base.asked().cluster();
    }
}
