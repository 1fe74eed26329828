package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import java.time.LocalDate;

/**
 * Something in the production log that a person should know.
 *
 * @param kind        what sort of thing
 * @param metric      key of the metric, see {@link Metric#key()}, or what was looked at
 * @param category    harm category, or {@link MetricSeries#ALL}
 * @param date        since when
 * @param lastDay     until when
 * @param level       one of the four states
 * @param alert       how far past the limits of the alert policy (R19–R22)
 * @param severity    how bad an incident it would be (R40–R43, C9–C11)
 * @param strength    how firmly the interval supports the level
 * @param evidence    the numbers it rests on, in one line
 * @param explanation what it means and what to do
 */
public record DriftFinding(FindingKind kind, String metric, String category, LocalDate date, LocalDate lastDay, SafetyState level,
                           AlertLevel alert, Severity severity, EvidenceStrength strength, String evidence, String explanation) {
}
