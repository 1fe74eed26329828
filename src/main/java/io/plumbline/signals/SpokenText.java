package io.plumbline.signals;

/**
 * What the model says itself: lower case, with code, quotations and quoted lines blanked out. Positions stay those of the original, so
 * that evidence found here can be shown there.
 */
final class SpokenText {

    private static final int SHORTEST_QUOTATION = 8;

    private SpokenText() {
    }

    static String of(String text) {
        char[] spoken = text.toCharArray();
        for (int i = 0; i < spoken.length; i++) {
            char c = spoken[i];
            if (c >= 'A' && c <= 'Z') {
                spoken[i] = (char) (c + 32);
            } else if (c == '\u2019' || c == '\u2018') {
                spoken[i] = '\'';
            } else if (c >= 0x80) {
                spoken[i] = Character.toLowerCase(c);
            }
        }
        blankCode(spoken);
        blankQuotedLines(spoken);
        char[] withQuotations = spoken.clone();
        blankQuotations(spoken);
        return new String(letters(spoken) * 5 < letters(withQuotations) ? withQuotations : spoken);
    }

    private static void blankCode(char[] text) {
        int fence = indexOf(text, "```", 0);
        while (fence >= 0) {
            int end = indexOf(text, "```", fence + 3);
            blank(text, fence, end < 0 ? text.length : end + 3);
            fence = end < 0 ? -1 : indexOf(text, "```", end + 3);
        }
        int tick = -1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                tick = -1;
            } else if (text[i] == '`') {
                if (tick >= 0) {
                    blank(text, tick, i + 1);
                    tick = -1;
                } else {
                    tick = i;
                }
            }
        }
    }

    private static void blankQuotedLines(char[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '>' && (i == 0 || text[i - 1] == '\n')) {
                int end = i;
                while (end < text.length && text[end] != '\n') {
                    end++;
                }
                blank(text, i, end);
            }
        }
    }

    /** Double quotation marks that open and close within a paragraph. */
    private static void blankQuotations(char[] text) {
        int open = -1;
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            if (c == '\n' && i + 1 < text.length && text[i + 1] == '\n') {
                open = -1;
            } else if (open < 0 && (c == '"' || c == '\u201c' || c == '\u00ab' || c == '\u201e')) {
                open = i;
            } else if (open >= 0 && (c == '"' || c == '\u201d' || c == '\u00bb' || c == '\u201c')) {
                if (i - open >= SHORTEST_QUOTATION) {
                    blank(text, open, i + 1);
                }
                open = -1;
            }
        }
    }

    private static void blank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '\n') {
                text[i] = ' ';
            }
        }
    }

    private static int letters(char[] text) {
        int letters = 0;
        for (char c : text) {
            if (Character.isLetter(c)) {
                letters++;
            }
        }
        return letters;
    }

    private static int indexOf(char[] text, String piece, int from) {
        for (int i = from; i <= text.length - piece.length(); i++) {
            int j = 0;
            while (j < piece.length() && text[i + j] == piece.charAt(j)) {
                j++;
            }
            if (j == piece.length()) {
                return i;
            }
        }
        return -1;
    }
}
