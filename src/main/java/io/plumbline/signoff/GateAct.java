package io.plumbline.signoff;

import io.plumbline.domain.GateOutcome;

/** What a person can do at a gate. The words are those on the button. */
public enum GateAct {
    APPROVE_STANDARD("Approve with standard monitoring"), APPROVE_ENHANCED("Approve with enhanced monitoring"),
    APPROVE_AFTER_REVIEW("Approve after human review"), BLOCK("Block deployment");

    private final String words;

    GateAct(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isApproval() {
        return this != BLOCK;
    }

    /** The approval that an outcome would allow, were all else in order; where the outcome is Block there is none but the name is needed. */
    public static GateAct approvalFor(GateOutcome outcome) {
        return switch (outcome) {
            case STANDARD -> APPROVE_STANDARD;
            case ENHANCED -> APPROVE_ENHANCED;
            case HUMAN_REVIEW, BLOCK -> APPROVE_AFTER_REVIEW;
        };
    }
}
