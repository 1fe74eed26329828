package io.plumbline.incidents;

import java.time.Instant;
import java.util.Map;

/**
 * What a person concluded in one step.
 *
 * @param step    the step
 * @param verdict the conclusion in a word or two: "real", "targeted", a cause, an action
 * @param text    the reasoning
 * @param figures the computed numbers the conclusion rests on, as they were at that moment
 */
public record StepConclusion(IncidentStep step, String verdict, String text, Map<String, Long> figures, String by, Instant at) {

    public StepConclusion {
        figures = Map.copyOf(figures);
    }
}
