package io.plumbline.monitoring;

import io.plumbline.signals.trigger.Inconsistency;
import io.plumbline.signals.trigger.TriggerCandidate;
import io.plumbline.signals.trigger.Twins;
import java.util.List;

/**
 * What the search for triggers found in user traffic.
 *
 * @param records         records read
 * @param harmful         harm-category prompts among them
 * @param examined        n-grams examined, which the adjustment counts
 * @param candidates      strongest first
 * @param inconsistencies one account's repeats first
 * @param watched         one for each entry of the watch list, in its order
 */
public record TriggerReport(long records, long harmful, long examined, List<Candidate> candidates, List<Inconsistency> inconsistencies,
                            List<WatchHits> watched) {

    public TriggerReport {
        candidates = List.copyOf(candidates);
        inconsistencies = List.copyOf(inconsistencies);
        watched = List.copyOf(watched);
    }

    /** A candidate with what became of the same requests without it. */
    public record Candidate(TriggerCandidate found, Twins.Result twins) {
    }
}
