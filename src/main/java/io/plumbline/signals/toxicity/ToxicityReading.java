package io.plumbline.signals.toxicity;

import io.plumbline.domain.TextSpan;
import java.util.List;

/**
 * How toxic a text was found.
 *
 * @param score    in [0, 1]; NaN for a text without words
 * @param evidence the sentence that scored highest; empty where a model names none
 */
public record ToxicityReading(double score, List<TextSpan> evidence) {

    /** Of a text without words. */
    public static final ToxicityReading NONE = new ToxicityReading(Double.NaN, List.of());

    public ToxicityReading {
        evidence = List.copyOf(evidence);
    }
}
