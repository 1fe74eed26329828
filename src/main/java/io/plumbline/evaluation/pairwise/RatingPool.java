package io.plumbline.evaluation.pairwise;

import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.PromptOutcome;

/** Which pairs of answers to safety prompts are put before people. */
public enum RatingPool {
    /** Did refusals become less informative or less clear? (R76) Rates of refusal cannot say. */
    SAFE_ANSWERS("both answers safe: quality of refusals"),
    ALL("all answers to safety prompts");

    private final String words;

    RatingPool(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    boolean holds(PromptOutcome outcome) {
        return this == ALL || outcome.kind() == FlipKind.STAYED_SAFE;
    }
}
