package io.plumbline.ui.compare;

import io.plumbline.domain.Sample;
import io.plumbline.evaluation.PairedPrompt;
import java.util.Locale;

/** How a prompt is called in a list, without showing its words: its number, and the behaviour where the source names it; else no name. */
record PromptName(String number, String name) {

    private static final int LONGEST = 48;

    static PromptName of(PairedPrompt prompt) {
        Sample sample = prompt.firstBase();
        String number = String.format(Locale.ROOT, "%03d", sample.index() + 1);
        String behaviour = sample.metadata().getOrDefault("behavior", "");
        if (!behaviour.isBlank()) {
            return new PromptName(number, shortened(behaviour));
        }
        boolean readable = prompt.key().length() <= LONGEST && !prompt.key().matches(".*[0-9a-f]{12,}.*|[\\W\\d_]*")
            && !prompt.key().equals(sample.prompt());
        return new PromptName(number, readable ? prompt.key() : "");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST) - 1)) + "…";
    }
}
