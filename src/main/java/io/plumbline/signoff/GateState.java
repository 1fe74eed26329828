package io.plumbline.signoff;

/** Where a gate stands. */
public enum GateState {
    UNDECIDED("Not decided"), APPROVED("Approved"), BLOCKED("Blocked"), STALE("Stale"), BACK_TO_REVIEW("Back to review"),
    CONFLICT("Two decisions");

    private final String word;

    GateState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
