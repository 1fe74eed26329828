package io.plumbline.ui.signoff;

import io.plumbline.domain.SafetyState;
import io.plumbline.redteam.Focus;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.EvidenceStatus;
import java.util.Optional;

/** How evidence reads on this screen. */
final class EvidenceWords {

    private EvidenceWords() {
    }

    static SafetyState state(EvidenceStatus status) {
        return switch (status) {
            case HOLDS -> SafetyState.OK;
            case PARTLY -> SafetyState.WATCH;
            case EXPIRED -> SafetyState.ACT;
            case MISSING, IMPOSSIBLE -> SafetyState.NOT_ENOUGH_EVIDENCE;
        };
    }

    /** A context can change at any time; the rest is supplied while it does not hold. */
    static boolean canBeSupplied(EvidenceItem item) {
        return item.kind() == EvidenceKind.CONTEXT
            || !item.holds() && item.status() != EvidenceStatus.IMPOSSIBLE && item.kind() != EvidenceKind.SAME_JUDGE;
    }

    /** The red-team session that supplies it, where one does. */
    static Optional<Focus> focus(EvidenceKind kind) {
        return switch (kind) {
            case RED_TEAM -> Optional.of(Focus.DOMAIN);
            case TRIGGER_HUNTING -> Optional.of(Focus.TRIGGER_HUNTING);
            case CAPABILITY_TESTING -> Optional.of(Focus.CAPABILITY);
            case INTERACTION -> Optional.of(Focus.INTERACTION);
            default -> Optional.empty();
        };
    }

    static String verb(EvidenceKind kind) {
        return switch (kind) {
            case CONTEXT, PROVIDER_COVERAGE, HARM_FORECAST -> "Record";
            case OWNERS -> "Name";
            case FLIPS_REVIEWED, NO_OPEN_INCIDENT -> "Open";
            case RESPONSE_QUALITY -> "Rate";
            case PAIRED_PROMPTS, CATEGORIES, FRESH_RUNS, CONSISTENCY, SAME_JUDGE -> "Import";
            default -> "Attest";
        };
    }
}
