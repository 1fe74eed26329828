package io.plumbline.evaluation.capability;

import io.plumbline.domain.TaskResult;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NonInferiority;
import java.util.Optional;

/**
 * One task's score before and after. The two scores come without their rows, so the interval takes them as independent, which is wider
 * than a paired one would be.
 *
 * @param base       the base model's score
 * @param candidate  the candidate's
 * @param gain       candidate − base, turned so that more is better
 * @param interval   of the gain, at the confidence that makes the reading a one-sided test; empty where a standard error is not known
 * @param reading    whether a loss beyond the margin is ruled out; empty without an interval or where the task does not say which way is good
 */
public record CapabilityShift(TaskResult base, TaskResult candidate, double gain, Optional<Interval> interval,
                              Optional<NonInferiority.Reading> reading) {

    public String name() {
        return base.name();
    }
}
