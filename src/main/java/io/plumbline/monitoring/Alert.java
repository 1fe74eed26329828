package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.stats.Interval;

/**
 * What the alert policy says of one metric against its baseline.
 *
 * @param level    how far past the limits
 * @param state    one of the four states
 * @param severity how bad an incident it would be
 * @param strength how firmly the interval supports it
 * @param change   relative change (rates) or ratio (percentiles)
 * @param interval its interval
 * @param nuance   what stands beside the state, e.g. "straddles the 90% line"
 */
public record Alert(AlertLevel level, SafetyState state, Severity severity, EvidenceStrength strength, double change, Interval interval,
                    String nuance) {

    /** Whether a person has to look at it even without a change point. */
    public boolean raised() {
        return level != AlertLevel.NONE || severity == Severity.PROVISIONAL_MEDIUM;
    }
}
