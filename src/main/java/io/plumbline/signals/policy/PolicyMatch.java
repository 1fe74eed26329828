package io.plumbline.signals.policy;

import io.plumbline.domain.TextSpan;
import java.util.List;

/**
 * A record that is against a policy.
 *
 * @param policy   which
 * @param where    the text that the evidence stands in
 * @param evidence what matched; empty where a limit was reached
 * @param reason   one sentence
 * @param score    the number that reached its limit, NaN for words
 */
public record PolicyMatch(ContentPolicy policy, PolicyRule.Where where, List<TextSpan> evidence, String reason, double score) {

    public PolicyMatch {
        evidence = List.copyOf(evidence);
    }
}
