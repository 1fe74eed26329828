package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import java.util.Set;

/** Decisions for which a person answers by name: they are signed with that person's own key, and with nothing less. */
final class WeightyKinds {

    private static final Set<String> KINDS = Set.of(DecisionKinds.GATE_DECIDED, DecisionKinds.ACCEPTANCE_APPROVED,
        DecisionKinds.ACCEPTANCE_REJECTED, DecisionKinds.POLICY_ACCEPTED, DecisionKinds.KEY_REVOKED, DecisionKinds.KEY_ENROLLED);

    private WeightyKinds() {
    }

    static boolean include(String kind) {
        return KINDS.contains(kind);
    }
}
