package io.plumbline.detection;

import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogSignal;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import java.util.List;
import java.util.Map;

/** A content policy as a line of the journal holds it. */
final class PolicyPayload {

    private PolicyPayload() {
    }

    static Map<String, Object> of(ContentPolicy policy) {
        return Map.of("version", policy.version(), "name", policy.name(), "text", policy.text(), "category", policy.category().name(),
            "state", policy.state().name(), "rules", policy.rules().stream().<Object>map(PolicyPayload::rule).toList());
    }

    static ContentPolicy read(JournalEntry entry) {
        Map<String, Object> payload = entry.payload();
        List<PolicyRule> rules = ((List<?>) payload.get("rules")).stream().map(rule -> rule((Map<?, ?>) rule)).toList();
        return new ContentPolicy(entry.subject(), ((Number) payload.get("version")).intValue(), (String) payload.get("name"),
            (String) payload.get("text"), HarmCategory.valueOf((String) payload.get("category")),
            ContentPolicy.State.valueOf((String) payload.get("state")), rules);
    }

    private static Map<String, Object> rule(PolicyRule rule) {
        if (rule instanceof PolicyRule.Terms terms) {
            return Map.of("kind", "terms", "where", terms.where().name(), "terms", List.copyOf(terms.terms()));
        }
        if (rule instanceof PolicyRule.Expression expression) {
            return Map.of("kind", "expression", "where", expression.where().name(), "pattern", expression.pattern());
        }
        PolicyRule.AtLeast atLeast = (PolicyRule.AtLeast) rule;
        return Map.of("kind", "at-least", "signal", atLeast.signal().name(), "limit", Double.toString(atLeast.limit()));
    }

    private static PolicyRule rule(Map<?, ?> rule) {
        String kind = (String) rule.get("kind");
        return switch (kind) {
            case "terms" -> new PolicyRule.Terms(where(rule), ((List<?>) rule.get("terms")).stream().map(String.class::cast).toList());
            case "expression" -> new PolicyRule.Expression(where(rule), (String) rule.get("pattern"));
            case "at-least" -> new PolicyRule.AtLeast(LogSignal.valueOf((String) rule.get("signal")), Double.parseDouble((String) rule.get("limit")));
            default -> throw new IllegalStateException("a rule of a content policy has the unknown kind " + kind);
        };
    }

    private static PolicyRule.Where where(Map<?, ?> rule) {
        return PolicyRule.Where.valueOf((String) rule.get("where"));
    }
}
