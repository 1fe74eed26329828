package io.plumbline.ui.compare;

import io.plumbline.evaluation.PairedPrompt;
import java.util.Locale;

/** How a prompt is called in a list, without showing its words: its number, and the behaviour where the source names it; else no name. */
record PromptName(String number, String name) {

    static PromptName of(PairedPrompt prompt) {
        return new PromptName(String.format(Locale.ROOT, "%03d", prompt.base().firstPlace() + 1), prompt.base().asked().name());
    }
}
