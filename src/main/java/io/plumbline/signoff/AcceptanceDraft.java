package io.plumbline.signoff;

import java.time.LocalDate;

/**
 * What a person fills in to ask for a risk acceptance.
 *
 * @param scope      what is accepted
 * @param reason     why
 * @param conditions under which conditions
 * @param owner      who sees to the conditions
 * @param expires    last day on which it is to hold
 */
public record AcceptanceDraft(String scope, String reason, String conditions, String owner, LocalDate expires) {
}
