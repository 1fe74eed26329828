package io.plumbline.evaluation;

import io.plumbline.domain.PartialRefusal;

/**
 * What to compare.
 *
 * @param base      run id, a unique beginning of it, or a file name
 * @param candidate likewise
 * @param judge     name of the judge, or empty for the best one that both runs have
 * @param partial   how partial refusals of harmful prompts count
 */
public record ComparisonRequest(String base, String candidate, String judge, PartialRefusal partial) {

    public static ComparisonRequest of(String base, String candidate) {
        return new ComparisonRequest(base, candidate, "", PartialRefusal.UNSAFE);
    }

    public ComparisonRequest judgedBy(String name) {
        return new ComparisonRequest(base, candidate, name, partial);
    }

    public ComparisonRequest counting(PartialRefusal reading) {
        return new ComparisonRequest(base, candidate, judge, reading);
    }
}
