package io.plumbline.incidents;

import io.plumbline.domain.Policy;
import io.plumbline.domain.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long there is to decide what to do. It starts when the severity is set, is shorter the graver the incident, and stops when step 4 is
 * concluded (R42).
 *
 * @param due    when the decision is due
 * @param demand what has to be decided
 */
public record DecisionClock(Instant due, String demand) {

    /** The clock of an incident; empty where nothing is due: closed, decided, or of low severity. */
    public static Optional<DecisionClock> of(Incident incident, Policy policy) {
        SeverityDecision severity = incident.severity();
        if (!incident.isOpen() || severity.severity() == Severity.LOW || incident.conclusion(IncidentStep.MITIGATE).isPresent()) {
            return Optional.empty();
        }
        String key = switch (severity.severity()) {
            case CRITICAL -> "incident.decision.hours.critical";
            case HIGH -> "incident.decision.hours.high";
            default -> "incident.decision.hours.medium";
        };
        String demand = severity.severity().compareTo(Severity.HIGH) >= 0 ? "revert or restrict" : "monitor more closely or restrict";
        return Optional.of(new DecisionClock(severity.at().plus(Duration.ofHours(policy.count(key))), demand));
    }

    /** Time left; negative once it is overdue. */
    public Duration left(Instant now) {
        return Duration.between(now, due);
    }
}
