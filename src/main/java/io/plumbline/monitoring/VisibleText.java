package io.plumbline.monitoring;

import io.plumbline.signals.sensitive.MaskedText;

/**
 * A short piece of hostile text made fit for a sentence: what is sensitive is covered up, and characters that cannot be seen or that turn
 * the writing around get a name.
 */
public final class VisibleText {

    private static final int LONGEST = 64;

    private VisibleText() {
    }

    /** A token in a sentence. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** The beginning of a text; line breaks stay. */
    public static String of(String text, int longest) {
        return uncovered(MaskedText.of(text), longest);
    }

    /** The beginning of a text for a person who asked to see what is covered up. */
    public static String uncovered(String text, int longest) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> {
            if (c == '\n' && longest > LONGEST) {
                visible.append('\n');
                return;
            }
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> visible.append(String.format("[U+%04X]", c));
                default -> visible.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > longest ? visible.append("…").toString() : visible.toString();
    }
}
