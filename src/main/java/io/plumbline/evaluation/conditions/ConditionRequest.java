package io.plumbline.evaluation.conditions;

import java.util.List;

/**
 * Which runs to set side by side on a judge's numbers.
 *
 * @param base       run that the others are compared with
 * @param conditions the other runs, at least one
 * @param judges     judges whose numbers are averaged prompt by prompt, all on one scale; empty for all that every run shares
 */
public record ConditionRequest(String base, List<String> conditions, List<String> judges) {

    public ConditionRequest {
        conditions = List.copyOf(conditions);
        judges = List.copyOf(judges);
    }
}
