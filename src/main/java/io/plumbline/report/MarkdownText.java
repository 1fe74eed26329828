package io.plumbline.report;

import io.pebbletemplates.pebble.extension.escaper.EscapingStrategy;

/** Escaping for Markdown (CommonMark and GitHub's tables and automatic links): text stays text, in a paragraph, a list and a table cell. */
final class MarkdownText implements EscapingStrategy {

    private static final String ALWAYS = "\\`*_{}[]<>#|~!&@$^";
    private static final String AT_THE_START = "-+=:";

    @Override
    public String escape(String input) {
        String text = PrintableText.of(input, point -> true);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ALWAYS.indexOf(c) >= 0 || i == 0 && AT_THE_START.indexOf(c) >= 0 || beginsLink(text, i) || endsListNumber(text, i)) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** The colon of {@code https://} or {@code mailto:} and the dot of {@code www.}, which some renderers turn into links unasked. */
    private static boolean beginsLink(String text, int i) {
        char c = text.charAt(i);
        if (c == ':') {
            return i + 1 < text.length() && text.charAt(i + 1) != ' ' && !Character.isDigit(text.charAt(i + 1));
        }
        return c == '.' && i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3);
    }

    /** The mark of "1." or "1)" at the start, which would begin a list. */
    private static boolean endsListNumber(String text, int i) {
        char c = text.charAt(i);
        return (c == '.' || c == ')') && i > 0 && i <= 9 && (i + 1 == text.length() || text.charAt(i + 1) == ' ') && text.substring(0, i).chars().allMatch(Character::isDigit);
    }
}
