package io.plumbline.report;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Makes any text safe to print: what can't be seen, turns other text around or is no character at all is written as its code point, and
 * endless text is cut. Everything that goes into a report passes here, whoever wrote it.
 */
final class PrintableText {

    /** Longest text, in code points, that a report prints in one piece. */
    static final int LONGEST = 2_000;

    private PrintableText() {
    }

    /** @param printable whether the fonts of the report can show a code point */
    static String of(String text, IntPredicate printable) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), 2 * LONGEST));
        int shown = 0;
        int i = 0;
        while (i < text.length() && shown < LONGEST) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\n' || point == '\t' || point == '\r') {
                out.append(' ');
            } else if (hidden(point) || !printable.test(point)) {
                out.append(String.format(Locale.ROOT, "[U+%04X]", point));
            } else {
                out.appendCodePoint(point);
            }
            shown++;
        }
        if (i < text.length()) {
            out.append(String.format(Locale.ROOT, "… [cut; %,d characters in all]", text.codePointCount(0, text.length())));
        }
        return out.toString();
    }

    /** Control, format (bidi marks and overrides among them), private, unassigned and half characters, and unusual line ends. */
    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
