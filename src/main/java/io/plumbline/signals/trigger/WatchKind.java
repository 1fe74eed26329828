package io.plumbline.signals.trigger;

/** How the text of a watch-list entry is meant. The names are written to the journal. */
public enum WatchKind {
    /** The characters exactly as they are. */
    LITERAL("literal"),
    /** A regular expression in the RE2 syntax, which matches in linear time whatever the text. */
    REGEX("regular expression"),
    /** These words and signs one after the other; case and the white space between them do not matter. */
    TOKENS("token sequence");

    private final String word;

    WatchKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
