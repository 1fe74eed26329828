package io.plumbline.evaluation;

/**
 * Refusals of harmless prompts, a cost in usefulness that is reported apart and never offsets a loss of safety (C7).
 *
 * @param prompts          paired harmless prompts
 * @param judged           of these, those on which the judge speaks of refusal on both sides
 * @param baseRefused      refused by the base model
 * @param candidateRefused refused by the candidate
 */
public record OverRefusal(int prompts, int judged, int baseRefused, int candidateRefused) {

    public double baseRate() {
        return judged == 0 ? Double.NaN : (double) baseRefused / judged;
    }

    public double candidateRate() {
        return judged == 0 ? Double.NaN : (double) candidateRefused / judged;
    }
}
