package io.plumbline.ui.compare;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;

/**
 * One row of the category table.
 *
 * @param name     category, or {@link #ALL}
 * @param change   its change
 * @param p        p-value as shown: adjusted for categories, plain for all prompts
 * @param state    what it means
 * @param nuance   how firm that is, or what is missing
 */
record CategoryLine(String name, PairedChange change, double p, SafetyState state, String nuance) {

    static final String ALL = "All prompts";

    static CategoryLine all(RunComparison comparison, EvidenceStrength evidence) {
        return new CategoryLine(ALL, comparison.overall(), comparison.overall().pValue(), comparison.state(),
            comparison.state() == SafetyState.NOT_ENOUGH_EVIDENCE ? "" : evidence.word());
    }

    static CategoryLine of(CategoryRow row) {
        String nuance = row.state() == SafetyState.NOT_ENOUGH_EVIDENCE
            ? row.needed() > row.change().n() ? row.change().n() + " of " + row.needed() : "interval too wide"
            : row.strength() == EvidenceStrength.STRADDLES ? "straddles a limit" : row.strength().word();
        return new CategoryLine(row.category(), row.change(), row.adjustedP(), row.state(), nuance);
    }

    boolean isAll() {
        return name.equals(ALL);
    }
}
