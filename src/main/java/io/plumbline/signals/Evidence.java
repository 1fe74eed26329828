package io.plumbline.signals;

import io.plumbline.domain.TextSpan;
import java.util.List;

/**
 * The words of a record that a number or a flag rests on.
 *
 * @param inPrompt true where they stand in the prompt, false where they stand in the response
 * @param spans    where
 */
public record Evidence(boolean inPrompt, List<TextSpan> spans) {

    /** Of numbers about a text as a whole. */
    public static final Evidence NONE = new Evidence(false, List.of());

    public Evidence {
        spans = List.copyOf(spans);
    }
}
