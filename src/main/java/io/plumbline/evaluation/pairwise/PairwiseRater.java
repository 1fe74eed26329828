package io.plumbline.evaluation.pairwise;

/**
 * What one person said, all their ended sessions together.
 *
 * @param name      who
 * @param base      prompts on which they prefer the base model's answer
 * @param candidate on which the candidate's
 * @param ties      on which both are equally good
 * @param bothBad   on which both are bad
 */
public record PairwiseRater(String name, int base, int candidate, int ties, int bothBad) {

    public int rated() {
        return base + candidate + ties + bothBad;
    }
}
