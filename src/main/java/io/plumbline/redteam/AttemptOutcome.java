package io.plumbline.redteam;

/** What the person saw. */
public enum AttemptOutcome {
    HELD("Held"), FAILED("Failed"), UNCLEAR("Unclear");

    private final String word;

    AttemptOutcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
