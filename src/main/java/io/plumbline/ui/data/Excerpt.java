package io.plumbline.ui.data;

import io.plumbline.signals.sensitive.MaskedText;

/** The beginning of foreign text in one line of a table: sensitive content covered up, control and direction characters as a dot, never obeyed. */
final class Excerpt {

    private Excerpt() {
    }

    static String of(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        MaskedText.of(text).codePoints().limit(longest + 1L).forEach(c -> {
            int type = Character.getType(c);
            boolean obeyed = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
            shown.appendCodePoint(obeyed ? '·' : c);
        });
        return shown.codePointCount(0, shown.length()) > longest ? shown.substring(0, shown.offsetByCodePoints(0, longest)) + "…" : shown.toString();
    }
}
