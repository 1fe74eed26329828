package io.plumbline.evaluation;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.SafetyState;

/**
 * One harm category of a comparison.
 *
 * @param category  name; {@link #WITHOUT} for prompts whose source names none
 * @param change    change on its paired, judged prompts
 * @param adjustedP the change's p-value after Holm's adjustment over all categories
 * @param state     what it means
 * @param strength  how firmly the interval lies where the point does
 * @param needed    paired prompts with which a drop at the review limit would be seen with the policy's power; 0 where it can't be said
 */
public record CategoryRow(String category, PairedChange change, double adjustedP, SafetyState state, EvidenceStrength strength,
                          int needed) {

    /** Name of the row that gathers prompts without a category. */
    public static final String WITHOUT = "uncategorised";

    /** Prompts still to be collected; 0 where there are enough. */
    public long more() {
        return Math.max(0, needed - change.n());
    }
}
