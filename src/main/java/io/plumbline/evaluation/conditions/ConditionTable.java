package io.plumbline.evaluation.conditions;

import java.util.List;

/**
 * Several runs side by side on a judge's numbers, the base first.
 *
 * @param judges judges averaged
 * @param rows   base, then the conditions in the order asked for
 */
public record ConditionTable(List<String> judges, List<ScoredCondition> rows) {

    public ConditionTable {
        judges = List.copyOf(judges);
        rows = List.copyOf(rows);
    }

    public ScoredCondition base() {
        return rows.get(0);
    }
}
