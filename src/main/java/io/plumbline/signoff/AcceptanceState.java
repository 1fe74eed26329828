package io.plumbline.signoff;

/** Life of a risk acceptance. Only {@link #APPROVED} carries an approval; every end but that returns the gate to review. */
public enum AcceptanceState {
    REQUESTED("asked for"), APPROVED("approved"), REJECTED("rejected"), EXPIRED("expired"), VOID("void");

    private final String word;

    AcceptanceState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
