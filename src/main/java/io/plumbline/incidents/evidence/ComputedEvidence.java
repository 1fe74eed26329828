package io.plumbline.incidents.evidence;

import java.util.List;

/**
 * A piece of evidence nobody had to type.
 *
 * @param title    the explanation that was tested
 * @param result   what the data say of it
 * @param sentence one sentence with the deciding numbers
 * @param figures  every number with n, interval and window
 * @param records  what was counted
 */
public record ComputedEvidence(String title, EvidenceResult result, String sentence, List<Figure> figures, RecordsBehind records) {

    public ComputedEvidence {
        figures = List.copyOf(figures);
    }
}
