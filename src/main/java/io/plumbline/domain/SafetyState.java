package io.plumbline.domain;

/** The four states that everything is shown in. Absence of evidence is a state of its own and never {@link #OK}. */
public enum SafetyState {
    OK("OK"), WATCH("Watch"), ACT("Act"), NOT_ENOUGH_EVIDENCE("Not enough evidence");

    private final String word;

    SafetyState(String word) {
        this.word = word;
    }

    /** The one word that is shown for the state, everywhere. */
    public String word() {
        return word;
    }
}
