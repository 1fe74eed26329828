package io.plumbline.incidents.evidence;

import io.plumbline.incidents.TimelineEntry;
import java.util.List;
import java.util.Optional;

/**
 * Everything the program can say of an incident by itself, one part per step.
 *
 * @param comparison  which days were compared with which
 * @param confirm     step 1: monitoring error, season, input change, reproduction, in this order
 * @param slices      step 2
 * @param causes      step 3: the four branches
 * @param contexts    context changes near the start
 * @param options     step 4, best first
 * @param replay      step 4: what a filter on the trigger text would have done; empty where no text stands out
 * @param changes     falls of the refusal rate, largest first
 * @param severity    what the rules propose
 * @param timeline    what the data know of the course of events
 * @param canariesLeftOut canary records kept out of every number but those of the reproduction check
 */
public record Investigation(Comparison comparison, List<ComputedEvidence> confirm, SliceTable slices, List<CauseHypothesis> causes,
                            List<ContextChange> contexts, List<MitigationOption> options, Optional<FilterReplay> replay,
                            List<ChangePoint> changes, SeverityProposal severity, List<TimelineEntry> timeline, long canariesLeftOut) {

    public Investigation {
        confirm = List.copyOf(confirm);
        causes = List.copyOf(causes);
        contexts = List.copyOf(contexts);
        options = List.copyOf(options);
        changes = List.copyOf(changes);
        timeline = List.copyOf(timeline);
    }

    /** The fall that the incident is most likely about: overall if there is one, else the largest in a category. */
    public Optional<ChangePoint> start() {
        return startAmong(changes);
    }

    static Optional<ChangePoint> startAmong(List<ChangePoint> changes) {
        return changes.stream().filter(c -> c.category().isEmpty()).findFirst().or(() -> changes.stream().findFirst());
    }
}
