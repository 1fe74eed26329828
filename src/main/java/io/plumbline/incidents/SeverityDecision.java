package io.plumbline.incidents;

import io.plumbline.domain.Severity;
import java.time.Instant;

/** A severity with the reason for it and the person who stands for it. */
public record SeverityDecision(Severity severity, String reason, String by, Instant at) {
}
