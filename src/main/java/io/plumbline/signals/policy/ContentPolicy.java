package io.plumbline.signals.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.plumbline.domain.InputException;
import io.plumbline.signals.scan.TextScan;
import java.util.List;

/**
 * A policy on content that a person wrote: what may not be said, in words for people and in rules for the program.
 *
 * @param id       stable id
 * @param version  counts up with every change; flags carry it
 * @param name     what flags call it
 * @param text     the policy in words, shown beside what it flagged
 * @param category harm category
 * @param state    whether it flags
 * @param rules    what matches; at least one
 */
public record ContentPolicy(String id, int version, String name, String text, HarmCategory category, State state, List<PolicyRule> rules) {

    private static final int LONGEST_PATTERN = 2000;

    /** Whether a policy is applied. */
    public enum State {
        IN_FORCE, RETIRED
    }

    public ContentPolicy {
        rules = List.copyOf(rules);
    }

    /** The version as flags carry it. */
    public String versionName() {
        return "policy " + id + " v" + version;
    }

    /** Says what can't be used, in one sentence. */
    public ContentPolicy checked() {
        if (name.isBlank()) {
            throw new InputException("The policy has no name. Give it one that a reviewer will recognise.");
        }
        if (rules.isEmpty()) {
            throw new InputException("The policy “" + name + "” has no rule. Add terms, an expression or a limit.");
        }
        rules.forEach(this::check);
        return this;
    }

    private void check(PolicyRule rule) {
        if (rule instanceof PolicyRule.Terms terms) {
            TextScan scan = new TextScan();
            if (terms.terms().stream().noneMatch(term -> scan.scan(term).tokens() > 0)) {
                throw new InputException("The policy “" + name + "” has a rule of terms without a word in it. Write the terms with commas between them.");
            }
        } else if (rule instanceof PolicyRule.Expression expression) {
            if (expression.pattern().isBlank() || expression.pattern().length() > LONGEST_PATTERN) {
                throw new InputException("The policy “" + name + "” has an expression that is empty or longer than " + LONGEST_PATTERN + " characters.");
            }
            try {
                Pattern.compile(expression.pattern());
            } catch (PatternSyntaxException e) {
                throw new InputException("The policy “" + name + "” has an expression that can't be used: " + e.getDescription() + " at “" + e.getPattern()
                    + "”. Look-around and back-references are not part of RE2.", e);
            }
        } else if (rule instanceof PolicyRule.AtLeast atLeast && !Double.isFinite(atLeast.limit())) {
            throw new InputException("The policy “" + name + "” has a limit that is no number.");
        }
    }
}
