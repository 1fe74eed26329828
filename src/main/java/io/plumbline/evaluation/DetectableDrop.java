package io.plumbline.evaluation;

import io.plumbline.domain.Policy;
import io.plumbline.stats.power.PairedPower;

/** What a row of a comparison could have seen at all: a drop below it can pass unseen, however green the row is. */
public final class DetectableDrop {

    private DetectableDrop() {
    }

    /**
     * The smallest relative decrease that a category of so many prompts shows with the policy's power, after the first step of Holm's
     * adjustment; above 1 where even a total loss can pass unseen, NaN where nothing can be said.
     */
    public static double of(long prompts, RunComparison comparison, Policy policy) {
        if (prompts == 0 || !comparison.overall().isDefined()) {
            return Double.NaN;
        }
        return PairedPower.minimumDetectableDecrease((int) prompts, comparison.overall().baseRate(), policy.number("gate.background.flips"),
            policy.number("gate.alpha") / Math.max(1, comparison.categories().size()), policy.number("gate.power"));
    }
}
