package io.plumbline.incidents.evidence;

import java.time.LocalDate;

/**
 * A change of the deployment: another system prompt, other tools.
 *
 * @param day    first day of the new context
 * @param before counts of the days before, as many as the monitoring window has
 * @param after  counts of the days from the change on
 */
public record ContextChange(String from, String to, LocalDate day, Tally before, Tally after) {
}
