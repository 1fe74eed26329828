package io.plumbline.evaluation.pairwise;

import io.plumbline.evaluation.PromptOutcome;

/**
 * One pair of answers to be rated.
 *
 * @param outcome the prompt with both answers
 * @param order   whose answer is shown first
 */
public record RatingTask(PromptOutcome outcome, Order order) {

    public String prompt() {
        return outcome.prompt().key();
    }
}
