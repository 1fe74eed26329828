package io.plumbline.domain;

import java.util.List;

/**
 * Why one log record waits for a person.
 *
 * @param kind     what was seen
 * @param detector name of the detector
 * @param version  its version
 * @param score    its certainty in [0, 1], NaN where it gives none
 * @param reason   one plain sentence
 * @param inPrompt true where the evidence lies in the prompt, false where it lies in the response
 * @param evidence where in the text
 */
public record Flag(FlagKind kind, String detector, String version, double score, String reason, boolean inPrompt,
                   List<TextSpan> evidence) {

    public Flag {
        evidence = List.copyOf(evidence);
    }
}
