package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Incidents that were opened and not closed. They are about the models of the production log, so they do not stand in the way of a
 * candidate that was never there.
 */
final class OpenIncidents {

    private OpenIncidents() {
    }

    static List<String> concerning(String model, Workspace workspace) {
        List<String> deployed = workspace.log().models();
        if (!deployed.isEmpty() && !deployed.contains(model)) {
            return List.of();
        }
        Set<String> open = new LinkedHashSet<>();
        for (JournalEntry entry : workspace.decisions().ofKinds(DecisionKinds.INCIDENT_OPENED, DecisionKinds.INCIDENT_CLOSED)) {
            if (entry.kind().equals(DecisionKinds.INCIDENT_CLOSED)) {
                open.remove(entry.subject());
            } else {
                open.add(entry.subject());
            }
        }
        return List.copyOf(open);
    }
}
