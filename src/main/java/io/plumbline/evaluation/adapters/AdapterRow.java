package io.plumbline.evaluation.adapters;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.PairedChange;
import java.util.Optional;

/**
 * One stack of adapters.
 *
 * @param stack   the stack
 * @param run     its newest run on the suite; empty where it was never tested
 * @param change  against the model without adapters, on the same prompts; empty for that model itself and where they can't be compared
 * @param state   what the change means; ACT for a stack that is in use and was never tested
 * @param inUse   records of production logs that were answered by this stack
 * @param remark  why there is no change, or empty
 */
public record AdapterRow(AdapterStack stack, Optional<EvaluationRun> run, Optional<PairedChange> change, SafetyState state, long inUse, String remark) {

    public boolean isTested() {
        return run.isPresent();
    }

    /** The combination that meets users although nobody tested it. */
    public boolean isUntestedInUse() {
        return run.isEmpty() && inUse > 0;
    }
}
