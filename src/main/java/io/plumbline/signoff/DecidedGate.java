package io.plumbline.signoff;

/**
 * A gate by its latest decision, and where it stands today.
 *
 * @param reason why it stands so, where that needs saying; else empty
 */
public record DecidedGate(GateDecision decision, GateState state, String reason) {
}
