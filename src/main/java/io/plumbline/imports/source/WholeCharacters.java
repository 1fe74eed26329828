package io.plumbline.imports.source;

/**
 * Half a surrogate pair, as a response cut in the middle of an emoji leaves it, becomes the replacement character: the record is kept,
 * and no text that isn't text reaches database, screen or report.
 */
public final class WholeCharacters {

    private WholeCharacters() {
    }

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return replaceHalves(text);
                }
            }
        }
        return text;
    }

    private static String replaceHalves(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }
}
