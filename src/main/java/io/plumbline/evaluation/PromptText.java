package io.plumbline.evaluation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two prompts are the same words: case, width of characters and white space do not matter. */
final class PromptText {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private PromptText() {
    }

    static String normalised(String prompt) {
        String compatible = Normalizer.normalize(prompt, Normalizer.Form.NFKC);
        return WHITE_SPACE.matcher(compatible).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
