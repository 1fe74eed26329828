package io.plumbline.signals.policy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Applies content policies to records. Terms are looked up by the hashes of a scanned text, expressions run in linear time. */
public final class PolicyMatcher {

    private static final int MOST_EVIDENCE = 20;

    private final List<Compiled> policies;

    public PolicyMatcher(List<ContentPolicy> policies) {
        this.policies = policies.stream().filter(policy -> policy.state() == ContentPolicy.State.IN_FORCE).map(Compiled::of).toList();
    }

    public boolean isEmpty() {
        return policies.isEmpty();
    }

    /** Every policy that the record is against. */
    public List<PolicyMatch> matches(TextScan prompt, TextScan response, ToDoubleFunction<LogSignal> values) {
        List<PolicyMatch> matches = new ArrayList<>(0);
        for (Compiled policy : policies) {
            policy.match(prompt, response, values).ifPresent(matches::add);
        }
        return matches;
    }

    private record Compiled(ContentPolicy policy, List<TermSearch> prompt, List<TermSearch> response, List<Expression> expressions) {

        static Compiled of(ContentPolicy policy) {
            List<TermSearch> prompt = new ArrayList<>();
            List<TermSearch> response = new ArrayList<>();
            List<Expression> expressions = new ArrayList<>();
            for (PolicyRule rule : policy.rules()) {
                if (rule instanceof PolicyRule.Terms terms) {
                    (terms.where() == PolicyRule.Where.PROMPT ? prompt : response).add(TermSearch.of(terms.terms()));
                } else if (rule instanceof PolicyRule.Expression expression) {
                    expressions.add(new Expression(expression.where(), Pattern.compile(expression.pattern())));
                }
            }
            return new Compiled(policy, prompt, response, expressions);
        }

        Optional<PolicyMatch> match(TextScan promptScan, TextScan responseScan, ToDoubleFunction<LogSignal> values) {
            List<TextSpan> found = new ArrayList<>(0);
            response.forEach(search -> search.find(responseScan, found, MOST_EVIDENCE));
            expressions(PolicyRule.Where.RESPONSE, responseScan, found);
            if (!found.isEmpty()) {
                return Optional.of(words(PolicyRule.Where.RESPONSE, found));
            }
            prompt.forEach(search -> search.find(promptScan, found, MOST_EVIDENCE));
            expressions(PolicyRule.Where.PROMPT, promptScan, found);
            return found.isEmpty() ? limit(values) : Optional.of(words(PolicyRule.Where.PROMPT, found));
        }

        private void expressions(PolicyRule.Where where, TextScan scan, List<TextSpan> found) {
            for (Expression expression : expressions) {
                if (expression.where == where) {
                    Matcher matcher = expression.pattern.matcher(scan.text());
                    while (found.size() < MOST_EVIDENCE && matcher.find()) {
                        if (matcher.end() > matcher.start()) {
                            found.add(new TextSpan(matcher.start(), matcher.end()));
                        }
                    }
                }
            }
        }

        private PolicyMatch words(PolicyRule.Where where, List<TextSpan> found) {
            return new PolicyMatch(policy, where, found, "The " + where.name().toLowerCase(Locale.ROOT) + " holds words that the policy “" + policy.name()
                + "” names.", Double.NaN);
        }

        private Optional<PolicyMatch> limit(ToDoubleFunction<LogSignal> values) {
            for (PolicyRule rule : policy.rules()) {
                if (rule instanceof PolicyRule.AtLeast atLeast && values.applyAsDouble(atLeast.signal()) >= atLeast.limit()) {
                    double value = values.applyAsDouble(atLeast.signal());
                    return Optional.of(new PolicyMatch(policy, PolicyRule.Where.RESPONSE, List.of(), String.format(Locale.ROOT,
                        "%s is %.3g, at or above the limit of %.3g that the policy “%s” sets.", words(atLeast.signal()), value, atLeast.limit(),
                        policy.name()), value));
                }
            }
            return Optional.empty();
        }

        private static String words(LogSignal signal) {
            String name = signal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }

    private record Expression(PolicyRule.Where where, Pattern pattern) {
    }
}
