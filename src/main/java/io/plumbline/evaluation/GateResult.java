package io.plumbline.evaluation;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import java.util.List;

/**
 * What the gate policy makes of a comparison. It decides nothing: people do, and they see this.
 *
 * @param outcome         the strictest outcome that a fired rule demands
 * @param evidence        how firm that is
 * @param rules           every rule that was asked, in the order of the policy, categories worst first
 * @param missing         sentences: what is not known and would have to be for a go
 * @param outcomeInPoints the outcome if the thresholds were percentage points; where it differs both are shown and the stricter stands (C2)
 */
public record GateResult(GateOutcome outcome, EvidenceStrength evidence, List<GateRule> rules, List<String> missing,
                         GateOutcome outcomeInPoints) {

    public GateResult {
        rules = List.copyOf(rules);
        missing = List.copyOf(missing);
    }

    public List<GateRule> fired() {
        return rules.stream().filter(GateRule::fired).toList();
    }

    /** The fired rules that demand the outcome reached. */
    public List<GateRule> deciding() {
        return rules.stream().filter(rule -> rule.fired() && rule.outcome() == outcome).toList();
    }
}
