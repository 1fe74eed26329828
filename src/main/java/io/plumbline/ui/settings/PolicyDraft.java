package io.plumbline.ui.settings;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogSignal;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.signals.policy.HarmCategory;
import io.plumbline.signals.policy.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A content policy as the editor's fields hold it: terms with commas between them, one expression a text, one limit.
 *
 * @param version 0 for one that was never saved
 */
record PolicyDraft(String id, int version, String name, String text, HarmCategory category, ContentPolicy.State state, String responseTerms,
                   String promptTerms, String responseExpression, String promptExpression, Optional<LogSignal> signal, String limit) {

    static PolicyDraft fresh(String id) {
        return new PolicyDraft(id, 0, "", "", HarmCategory.OTHER, ContentPolicy.State.IN_FORCE, "", "", "", "", Optional.empty(), "");
    }

    static PolicyDraft of(ContentPolicy policy) {
        Optional<PolicyRule.AtLeast> limit = policy.rules().stream().filter(PolicyRule.AtLeast.class::isInstance).map(PolicyRule.AtLeast.class::cast)
            .findFirst();
        return new PolicyDraft(policy.id(), policy.version(), policy.name(), policy.text(), policy.category(), policy.state(),
            terms(policy, PolicyRule.Where.RESPONSE), terms(policy, PolicyRule.Where.PROMPT), expression(policy, PolicyRule.Where.RESPONSE),
            expression(policy, PolicyRule.Where.PROMPT), limit.map(PolicyRule.AtLeast::signal), limit.map(rule -> Double.toString(rule.limit())).orElse(""));
    }

    PolicyDraft in(ContentPolicy.State other) {
        return new PolicyDraft(id, version, name, text, category, other, responseTerms, promptTerms, responseExpression, promptExpression, signal, limit);
    }

    /** The policy that the fields describe. */
    ContentPolicy policy() {
        List<PolicyRule> rules = new ArrayList<>();
        terms(PolicyRule.Where.RESPONSE, responseTerms, rules);
        terms(PolicyRule.Where.PROMPT, promptTerms, rules);
        expression(PolicyRule.Where.RESPONSE, responseExpression, rules);
        expression(PolicyRule.Where.PROMPT, promptExpression, rules);
        if (signal.isPresent() && !limit.isBlank()) {
            rules.add(new PolicyRule.AtLeast(signal.get(), number(limit)));
        }
        return new ContentPolicy(id, version, name, text, category, state, rules);
    }

    private static void terms(PolicyRule.Where where, String written, List<PolicyRule> rules) {
        List<String> terms = Stream.of(written.split("[,\n]")).map(String::strip).filter(term -> !term.isEmpty()).toList();
        if (!terms.isEmpty()) {
            rules.add(new PolicyRule.Terms(where, terms));
        }
    }

    private static void expression(PolicyRule.Where where, String written, List<PolicyRule> rules) {
        if (!written.isBlank()) {
            rules.add(new PolicyRule.Expression(where, written.strip()));
        }
    }

    private static String terms(ContentPolicy policy, PolicyRule.Where where) {
        return policy.rules().stream().filter(PolicyRule.Terms.class::isInstance).map(PolicyRule.Terms.class::cast).filter(rule -> rule.where() == where)
            .flatMap(rule -> rule.terms().stream()).collect(Collectors.joining(", "));
    }

    private static String expression(ContentPolicy policy, PolicyRule.Where where) {
        return policy.rules().stream().filter(PolicyRule.Expression.class::isInstance).map(PolicyRule.Expression.class::cast)
            .filter(rule -> rule.where() == where).map(PolicyRule.Expression::pattern).findFirst().orElse("");
    }

    private static double number(String written) {
        try {
            return Double.parseDouble(written.strip());
        } catch (NumberFormatException e) {
            throw new InputException("The limit “" + written.strip() + "” is no number. Write it as a decimal, for example 0.5.", e);
        }
    }
}
