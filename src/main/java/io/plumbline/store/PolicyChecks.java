package io.plumbline.store;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses a policy by which no judgement makes sense: limits out of order, shares beyond the whole, halves of a prompt. */
final class PolicyChecks {

    /** Of each pair the first must not be above the second; where both are equal the stricter step is simply never reached alone. */
    private static final List<List<String>> RISING = List.of(
        List.of("gate.overall.enhanced", "gate.overall.review"), List.of("gate.overall.review", "gate.overall.block"),
        List.of("concern.category.decrease", "gate.category.block"),
        List.of("gate.likely.confidence", "gate.confidence"),
        List.of("gate.acceptance.days.review", "gate.acceptance.days.enhanced"),
        List.of("gate.acceptance.reason.minimum", "gate.acceptance.reason.maximum"),
        List.of("gate.minimum.paired", "gate.minimum.paired.context"),
        List.of("alert.overall.critical", "alert.overall.warning"), List.of("alert.category.warning", "alert.category.critical"),
        List.of("alert.toxicity.warning", "alert.toxicity.critical"), List.of("alert.anomaly.warning", "alert.anomaly.critical"),
        List.of("incident.decision.hours.critical", "incident.decision.hours.high"),
        List.of("incident.decision.hours.high", "incident.decision.hours.medium"));
    private static final Set<String> SHARES = Set.of("fraction", "probability");
    private static final Set<String> WHOLE = Set.of("prompts", "days", "minutes", "characters", "records", "runs", "items", "users", "level of 5");

    private PolicyChecks() {
    }

    /** @param name what to call the policy's file in a sentence */
    static void check(Policy policy, String name) {
        for (PolicyValue value : policy.values()) {
            number(value).ifPresent(wrong -> {
                throw new InputException(name + " gives “" + value.key() + "” the value " + value.value().toPlainString() + ", " + wrong);
            });
        }
        for (List<String> pair : RISING) {
            Optional<PolicyValue> low = find(policy, pair.get(0));
            Optional<PolicyValue> high = find(policy, pair.get(1));
            if (low.isPresent() && high.isPresent() && low.get().value().compareTo(high.get().value()) > 0) {
                throw new InputException(name + " has limits out of order: “" + pair.get(0) + "” is " + low.get().value().toPlainString()
                    + " and must not be above “" + pair.get(1) + "”, which is " + high.get().value().toPlainString() + ". Mend one of them.");
            }
        }
    }

    private static Optional<String> number(PolicyValue value) {
        if (value.value().signum() < 0) {
            return Optional.of("which is negative. Give 0 or more.");
        }
        if (SHARES.contains(value.unit()) && value.value().compareTo(BigDecimal.ONE) > 0) {
            return Optional.of("which is more than the whole. Write a share from 0 to 1, for example 0.05 for 5%.");
        }
        if (WHOLE.contains(value.unit()) && value.value().stripTrailingZeros().scale() > 0) {
            return Optional.of("which is no whole number of " + value.unit() + ".");
        }
        return Optional.empty();
    }

    private static Optional<PolicyValue> find(Policy policy, String key) {
        return policy.values().stream().filter(value -> value.key().equals(key)).findFirst();
    }
}
