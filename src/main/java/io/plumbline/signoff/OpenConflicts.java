package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gates that two people decided apart from each other, on journals that were merged since, and that nobody has decided again. */
final class OpenConflicts {

    private OpenConflicts() {
    }

    /** What to say of the gate; empty where nothing is in conflict. */
    static Optional<String> at(GateSubject gate, Decisions decisions) {
        Map<String, GateDecision> latestByPerson = new LinkedHashMap<>();
        boolean open = false;
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.JOURNAL_MERGED, DecisionKinds.GATE_DECIDED)) {
            if (entry.kind().equals(DecisionKinds.JOURNAL_MERGED)) {
                open |= names(entry, gate.id());
            } else if (entry.subject().equals(gate.id())) {
                latestByPerson.remove(entry.actor());
                latestByPerson.put(entry.actor(), GateDecision.of(entry));
                open = false;
            }
        }
        return open ? Optional.of("Decided twice, apart from each other, before two journals were merged: " + latestByPerson.values().stream()
            .map(decision -> decision.by() + " chose “" + decision.act().words() + "”").collect(Collectors.joining(", "))
            + ". Someone has to decide it again.") : Optional.empty();
    }

    private static boolean names(JournalEntry merge, String subject) {
        return merge.payload().get("conflicts") instanceof List<?> conflicts && conflicts.stream()
            .anyMatch(conflict -> conflict instanceof Map<?, ?> map && subject.equals(map.get("subject")));
    }
}
