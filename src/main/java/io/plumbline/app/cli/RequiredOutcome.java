package io.plumbline.app.cli;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;

/** The least that a pipeline demands of a gate. Lack of evidence never meets it. */
enum RequiredOutcome {
    STANDARD(GateOutcome.STANDARD), ENHANCED(GateOutcome.ENHANCED);

    private final GateOutcome worst;

    RequiredOutcome(GateOutcome worst) {
        this.worst = worst;
    }

    boolean isMetBy(GateOutcome outcome, EvidenceStrength evidence) {
        return evidence != EvidenceStrength.NOT_ENOUGH_EVIDENCE && outcome.compareTo(worst) <= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
