package io.plumbline.evaluation;

import java.text.Normalizer;
import java.util.Locale;

/** When two prompts are the same words: case, width of characters and white space do not matter. */
final class PromptText {

    private PromptText() {
    }

    static String normalised(String prompt) {
        String compatible = isAscii(prompt) ? prompt : Normalizer.normalize(prompt, Normalizer.Form.NFKC);
        StringBuilder words = new StringBuilder(compatible.length());
        boolean gap = false;
        for (int i = 0; i < compatible.length(); i++) {
            char c = compatible.charAt(i);
            if (isGap(c)) {
                gap = true;
            } else {
                if (gap && words.length() > 0) {
                    words.append(' ');
                }
                gap = false;
                words.append(c);
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isGap(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
