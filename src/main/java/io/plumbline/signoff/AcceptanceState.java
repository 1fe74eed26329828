package io.plumbline.signoff;

/** Life of a risk acceptance. Only {@link #APPROVED} and {@link #ACTIVE} carry an approval; every end returns the gate to review. */
public enum AcceptanceState {
    /** Asked for; nobody has looked at it yet. */
    REQUESTED("proposed"),
    /** Somebody other than the requester is at it. */
    IN_REVIEW("in review"),
    /** Approved; no decision rests on it yet. */
    APPROVED("approved"),
    /** The gate's standing decision rests on it. */
    ACTIVE("active"), REJECTED("rejected"),
    /** Taken back by the one who asked, or by one who approved. */
    WITHDRAWN("withdrawn"),
    /** Its last day is past. */
    EXPIRED("expired"),
    /** What was accepted is no longer what is there: metric, context or judge. */
    VOID("lapsed");

    private final String word;

    AcceptanceState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether it still waits for somebody to decide. */
    public boolean isOpen() {
        return this == REQUESTED || this == IN_REVIEW;
    }

    public boolean holds() {
        return this == APPROVED || this == ACTIVE;
    }
}
