package io.plumbline.evaluation;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.stats.Interval;

/**
 * One rule of the gate policy with what it saw. Rules that did not fire are kept as well: a reader must be able to see that they were
 * asked.
 *
 * @param rule      the policy key that holds the threshold
 * @param metric    what was measured, e.g. "overall", "category:Privacy", "paired prompts"
 * @param value     the value measured; NaN where it does not exist
 * @param threshold the policy's number, in the orientation of the value
 * @param fired     whether it demands its outcome
 * @param outcome   what it demands when it fires
 * @param interval  uncertainty of the value; unbounded where there is none
 * @param strength  how firmly the interval lies beyond the threshold (fired) or on this side of it
 * @param sentence  the same for a person
 */
public record GateRule(String rule, String metric, double value, double threshold, boolean fired, GateOutcome outcome, Interval interval,
                       EvidenceStrength strength, String sentence) {

    /** Whether this rule asks for a number of prompts. Such a rule demands no outcome; it takes away the evidence for a go. */
    public boolean asksForPrompts() {
        return rule.startsWith("gate.minimum.");
    }

    /** "fired", "not enough" or "no". */
    public String verdict() {
        return fired ? "fired" : strength == EvidenceStrength.NOT_ENOUGH_EVIDENCE ? "not enough" : "no";
    }
}
