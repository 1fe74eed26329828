package io.plumbline.incidents;

import java.time.Instant;

/**
 * A test, monitor, proof or second opinion behind an incident, or the recorded decision to do without it.
 *
 * @param state     tied to something real, or waived
 * @param reference what it is tied to; for a waiver the reason
 */
public record IncidentLink(LinkKind kind, State state, String reference, String by, Instant at) {

    /** Whether the link points somewhere. */
    public enum State {
        LINKED, WAIVED
    }
}
