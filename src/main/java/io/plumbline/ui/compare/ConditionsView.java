package io.plumbline.ui.compare;

import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.evaluation.conditions.ConditionTable;
import io.plumbline.evaluation.conditions.ScoredCondition;
import java.util.List;
import java.util.Optional;

/**
 * Several conditions side by side, each with its capability.
 *
 * @param table      the conditions, base first
 * @param capability of each row against the base, where runs of it are in the workspace
 */
record ConditionsView(ConditionTable table, List<Optional<CapabilityComparison>> capability) {

    ConditionsView {
        capability = List.copyOf(capability);
    }

    Optional<CapabilityComparison> capabilityOf(ScoredCondition row) {
        return capability.get(table.rows().indexOf(row));
    }
}
