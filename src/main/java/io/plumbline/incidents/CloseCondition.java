package io.plumbline.incidents;

/**
 * One thing that must hold before an incident can be closed (R48).
 *
 * @param name  what
 * @param state whether it holds
 * @param detail what there is, or what would fulfil it
 */
public record CloseCondition(String name, State state, String detail) {

    /** Whether a condition holds, and how. */
    public enum State {
        HOLDS, WAIVED, MISSING
    }

    public boolean fulfilled() {
        return state != State.MISSING;
    }
}
