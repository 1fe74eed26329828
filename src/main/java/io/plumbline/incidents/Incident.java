package io.plumbline.incidents;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One incident as its decisions in the journal leave it. It holds nothing that is not written there: what the data say is computed anew
 * each time, what people said never changes.
 *
 * @param id         {@code INC-001} and so on
 * @param opened     when, by the journal
 * @param detected   when the sign of it was first seen by a person or an import
 * @param severities every severity it had, oldest first; at least one
 * @param conclusions the latest conclusion of each concluded step
 * @param links      every link and waiver, oldest first
 * @param entries    what people wrote and did, by the time it happened
 * @param closure    who closed it, when and with which words; empty while it is open
 */
public record Incident(String id, String title, IncidentScope scope, String openedBy, Instant opened, Instant detected,
                       List<SeverityDecision> severities, Map<IncidentStep, StepConclusion> conclusions, List<IncidentLink> links,
                       List<TimelineEntry> entries, Optional<Closure> closure) {

    public Incident {
        severities = List.copyOf(severities);
        conclusions = Map.copyOf(conclusions);
        links = List.copyOf(links);
        entries = List.copyOf(entries);
    }

    /** The end of an incident. */
    public record Closure(String by, Instant at, String summary) {
    }

    /** How far a step is. */
    public enum StepState {
        NOT_BEGUN("Not begun"), CURRENT("In work"), CONCLUDED("Concluded");

        private final String word;

        StepState(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public boolean isOpen() {
        return closure.isEmpty();
    }

    public SeverityDecision severity() {
        return severities.get(severities.size() - 1);
    }

    public Optional<StepConclusion> conclusion(IncidentStep step) {
        return Optional.ofNullable(conclusions.get(step));
    }

    /** The first step nobody has concluded yet; empty where all five are. */
    public Optional<IncidentStep> currentStep() {
        return Arrays.stream(IncidentStep.values()).filter(s -> !conclusions.containsKey(s)).findFirst();
    }

    public StepState state(IncidentStep step) {
        if (conclusions.containsKey(step)) {
            return StepState.CONCLUDED;
        }
        return currentStep().filter(step::equals).isPresent() ? StepState.CURRENT : StepState.NOT_BEGUN;
    }

    /** The latest link or waiver of a kind. */
    public Optional<IncidentLink> link(LinkKind kind) {
        return links.stream().filter(l -> l.kind() == kind).reduce((first, second) -> second);
    }
}
