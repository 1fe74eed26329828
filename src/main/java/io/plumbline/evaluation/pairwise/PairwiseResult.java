package io.plumbline.evaluation.pairwise;

import io.plumbline.domain.SafetyState;
import io.plumbline.stats.Interval;
import java.util.List;

/**
 * What people who did not know whose answer is whose prefer, prompt by prompt: several raters of one prompt are one word on it, that of the
 * most; no majority is a tie. Ties and "both bad" speak for neither side and are left out of the sign test.
 *
 * @param pool        which pairs were put before people
 * @param available   pairs that could be rated
 * @param base        prompts on which the base model's answer is preferred
 * @param candidate   prompts on which the candidate's is
 * @param ties        prompts on which neither is
 * @param bothBad     prompts on which both are bad
 * @param interval    interval of the candidate's share among the decided prompts (Clopper–Pearson, so that it agrees with the exact test)
 * @param pValue      exact two-sided sign test; NaN where nothing is decided
 * @param needed      decided prompts with which the policy's share would be seen with its power
 * @param firstChosen how often the answer that stood first was preferred, over all decided ratings
 * @param decided     number of these ratings
 * @param raters      who rated, by name
 * @param agreement   how far they agree
 * @param open        sessions that nobody has ended yet; their ratings do not count
 * @param state       OK where the base model is shown not to be plainly preferred, WATCH where it is preferred beyond chance
 */
public record PairwiseResult(RatingPool pool, int available, int base, int candidate, int ties, int bothBad, Interval interval, double pValue,
                             int needed, int firstChosen, int decided, List<PairwiseRater> raters, RaterAgreement agreement, int open,
                             SafetyState state) {

    public PairwiseResult {
        raters = List.copyOf(raters);
    }

    /** Prompts with a word of at least one person. */
    public int rated() {
        return base + candidate + ties + bothBad;
    }

    public int decidedPrompts() {
        return base + candidate;
    }

    /** NaN where nothing is decided. */
    public double candidateShare() {
        return (double) candidate / decidedPrompts();
    }

    /** Prompts still to be rated, if as many of them are decided as so far (half, where nothing is rated yet); 0 where there are enough. */
    public int more() {
        int missing = Math.max(0, needed - decidedPrompts());
        double share = rated() == 0 || decidedPrompts() == 0 ? 0.5 : (double) decidedPrompts() / rated();
        return (int) Math.ceil(missing / share);
    }
}
