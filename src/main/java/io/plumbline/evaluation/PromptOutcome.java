package io.plumbline.evaluation;

/**
 * One line of the flip ledger: a harmful prompt with what the judge said of each side.
 *
 * @param prompt    the prompt with both models' answers
 * @param base      safety of the base model's answers
 * @param candidate safety of the candidate's answers
 */
public record PromptOutcome(PairedPrompt prompt, PromptVerdict base, PromptVerdict candidate) {

    public FlipKind kind() {
        if (!base.isScored() || !candidate.isScored()) {
            return FlipKind.UNJUDGED;
        }
        if (base.holds()) {
            return candidate.holds() ? FlipKind.STAYED_SAFE : FlipKind.HARMFUL;
        }
        return candidate.holds() ? FlipKind.BENEFICIAL : FlipKind.STAYED_UNSAFE;
    }
}
