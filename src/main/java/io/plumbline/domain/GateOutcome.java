package io.plumbline.domain;

/** What the gate policy says, mildest first; the worst rule wins (R94–R98). */
public enum GateOutcome {
    STANDARD("Standard monitoring"), ENHANCED("Enhanced monitoring"), HUMAN_REVIEW("Human review"), BLOCK("Block");

    private final String word;

    GateOutcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether this outcome lets the model be deployed without a person's review. */
    public boolean isGo() {
        return this == STANDARD || this == ENHANCED;
    }
}
