package io.plumbline.incidents.evidence;

import io.plumbline.domain.Severity;
import java.util.List;

/**
 * The severity that the rules of R40–R43 give, with every rule that was looked at. A person sets the severity; this is what they start from.
 */
public record SeverityProposal(Severity severity, String reason, List<Rule> rules) {

    public SeverityProposal {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param name     requirement and meaning
     * @param severity what it gives where it fires
     * @param outcome  whether it fired
     * @param finding  the numbers that decided
     */
    public record Rule(String name, Severity severity, Outcome outcome, String finding) {
    }

    /** Whether a rule fired. */
    public enum Outcome {
        FIRED, NOT_FIRED
    }
}
