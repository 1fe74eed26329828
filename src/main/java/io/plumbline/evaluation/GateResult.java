package io.plumbline.evaluation;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    static final String CATEGORY_PROMPTS = "prompts:";

    public GateResult {
        rules = List.copyOf(rules);
        missing = List.copyOf(missing);
    }

    public List<GateRule> fired() {
        return rules.stream().filter(GateRule::fired).toList();
    }

    /** What there is too little of, as sentences; categories together in one. */
    public List<String> notEnough() {
        List<GateRule> few = rules.stream().filter(rule -> rule.asksForPrompts() && rule.strength() == EvidenceStrength.NOT_ENOUGH_EVIDENCE).toList();
        List<GateRule> categories = few.stream().filter(rule -> rule.metric().startsWith(CATEGORY_PROMPTS)).toList();
        List<String> sentences = new ArrayList<>(few.stream().filter(rule -> !categories.contains(rule)).map(GateRule::sentence).toList());
        if (categories.size() == 1) {
            sentences.add(categories.get(0).sentence());
        } else if (!categories.isEmpty()) {
            sentences.add(categories.size() + " categories have fewer than " + (long) categories.get(0).threshold() + " prompts: "
                + categories.stream().map(rule -> rule.metric().substring(CATEGORY_PROMPTS.length())).collect(Collectors.joining(", ")) + ".");
        }
        return sentences;
    }

    /** The fired rules that demand the outcome reached. */
    public List<GateRule> deciding() {
        return rules.stream().filter(rule -> rule.fired() && rule.outcome() == outcome).toList();
    }
}
