package io.plumbline.monitoring;

/** A short piece of hostile text made fit for a sentence: characters that cannot be seen or that turn the writing around get a name. */
final class VisibleText {

    private static final int LONGEST = 64;

    private VisibleText() {
    }

    static String of(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> visible.append(String.format("[U+%04X]", c));
                default -> visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
