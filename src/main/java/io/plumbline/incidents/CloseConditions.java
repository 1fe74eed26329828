package io.plumbline.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold before an incident can be closed: the reach is known, the cause has a name, the mitigation works, and the same thing
 * would be caught next time. Proof, test and monitor can be waived with a reason; the count, the cause and the second person cannot.
 */
public final class CloseConditions {

    private CloseConditions() {
    }

    /** All six, in the order in which they are listed. */
    public static List<CloseCondition> of(Incident incident) {
        List<CloseCondition> conditions = new ArrayList<>();
        conditions.add(affectedCounted(incident));
        conditions.add(causeNamed(incident));
        conditions.add(linked(incident, LinkKind.MITIGATION_PROOF, "no proof linked"));
        conditions.add(linked(incident, LinkKind.TEST, "no test linked"));
        conditions.add(linked(incident, LinkKind.MONITOR, "no monitor linked"));
        conditions.add(secondPerson(incident));
        return conditions;
    }

    /** The people whose own work a second person has to look at. */
    static Set<String> workers(Incident incident) {
        Set<String> people = incident.conclusions().values().stream().map(StepConclusion::by).collect(Collectors.toSet());
        people.add(incident.openedBy());
        return people;
    }

    private static CloseCondition affectedCounted(Incident incident) {
        Optional<StepConclusion> step = incident.conclusion(IncidentStep.CHARACTERISE);
        Optional<Long> outputs = step.map(s -> s.figures().get("outputs"));
        return outputs
            .map(n -> new CloseCondition("Affected counted", CloseCondition.State.HOLDS,
                n + " outputs, " + step.get().figures().getOrDefault("users", 0L) + " users"))
            .orElseGet(() -> new CloseCondition("Affected counted", CloseCondition.State.MISSING, "conclude step 2"));
    }

    private static CloseCondition causeNamed(Incident incident) {
        return incident.conclusion(IncidentStep.ROOT_CAUSE)
            .map(s -> new CloseCondition("Root cause named", CloseCondition.State.HOLDS, s.verdict()))
            .orElseGet(() -> new CloseCondition("Root cause named", CloseCondition.State.MISSING, "conclude step 3"));
    }

    private static CloseCondition linked(Incident incident, LinkKind kind, String how) {
        return incident.link(kind)
            .map(l -> l.state() == IncidentLink.State.LINKED
                ? new CloseCondition(kind.condition(), CloseCondition.State.HOLDS, l.reference())
                : new CloseCondition(kind.condition(), CloseCondition.State.WAIVED, "waived by " + l.by() + ": " + l.reference()))
            .orElseGet(() -> new CloseCondition(kind.condition(), CloseCondition.State.MISSING, how));
    }

    private static CloseCondition secondPerson(Incident incident) {
        Set<String> workers = workers(incident);
        return incident.links().stream()
            .filter(l -> l.kind() == LinkKind.SECOND_PERSON && !workers.contains(l.by()))
            .reduce((first, second) -> second)
            .map(l -> new CloseCondition(LinkKind.SECOND_PERSON.condition(), CloseCondition.State.HOLDS, l.by()))
            .orElseGet(() -> new CloseCondition(LinkKind.SECOND_PERSON.condition(), CloseCondition.State.MISSING,
                "not " + String.join(", ", workers.stream().sorted().toList())));
    }
}
