package io.plumbline.evaluation.capability;

import io.plumbline.domain.EvaluationRun;
import java.util.List;

/**
 * Capability of two conditions on the tasks that both did.
 *
 * @param base      run of the base model
 * @param candidate run of the candidate
 * @param margin    tolerated loss, in the unit of the scores
 * @param shifts    one per shared task, the one that sums up the others first
 */
public record CapabilityComparison(EvaluationRun base, EvaluationRun candidate, double margin, List<CapabilityShift> shifts) {

    public CapabilityComparison {
        shifts = List.copyOf(shifts);
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("a comparison has at least one task");
        }
    }

    /** The task that sums up the others. */
    public CapabilityShift headline() {
        return shifts.get(0);
    }
}
