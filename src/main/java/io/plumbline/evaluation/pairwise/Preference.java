package io.plumbline.evaluation.pairwise;

/** Whose answer a person prefers. */
public enum Preference {
    BASE("base better"), CANDIDATE("candidate better"), TIE("equally good"), BOTH_BAD("both bad");

    private final String words;

    Preference(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it speaks for one side; the sign test counts nothing else. */
    public boolean isDecided() {
        return this == BASE || this == CANDIDATE;
    }
}
