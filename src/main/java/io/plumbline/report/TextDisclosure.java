package io.plumbline.report;

/** How much of prompts and responses a report shows. The default everywhere is {@link #WITHHELD}. */
public enum TextDisclosure {
    WITHHELD("no prompt or response text"), EXCERPTS("short excerpts of prompts and responses");

    private final String words;

    TextDisclosure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
