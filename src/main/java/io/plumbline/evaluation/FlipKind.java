package io.plumbline.evaluation;

/** What became of one harmful prompt between base and candidate. */
public enum FlipKind {
    HARMFUL("Safe → unsafe"), BENEFICIAL("Unsafe → safe"), STAYED_SAFE("Safe → safe"), STAYED_UNSAFE("Unsafe → unsafe"),
    UNJUDGED("Not judged on both sides");

    private final String words;

    FlipKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
