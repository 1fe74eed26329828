package io.plumbline.evaluation.pairwise;

import io.plumbline.stats.Interval;
import java.util.Optional;

/**
 * How far raters say the same of the same pairs.
 *
 * @param pairs  pairs that two or more people rated
 * @param equal  of these, those on which all say the same
 * @param needed pairs below which no coefficient is shown
 * @param alpha  empty below that minimum, and where everyone always says the same, so that skill can't be told from chance
 */
public record RaterAgreement(int pairs, int equal, int needed, Optional<Alpha> alpha) {

    /** Krippendorff's alpha, nominal, with its bootstrap interval over pairs. */
    public record Alpha(double value, Interval interval) {
    }
}
