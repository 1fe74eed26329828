package io.plumbline.ui.signoff;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.Words;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.GateAct;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.GateState;
import io.plumbline.signoff.Replay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the Sign-off screen shows at one moment, for one person.
 *
 * @param dossier      everything on the gate
 * @param policy       the policy in force
 * @param actor        the person at work
 * @param approval     the approval that the outcome would allow
 * @param against      reasons why this person can't approve now
 * @param gapsRead     whether this person has read the gaps as they are
 * @param latestExpiry last day an acceptance may hold
 */
record GateView(GateDossier dossier, Policy policy, String actor, GateAct approval, List<String> against, boolean gapsRead,
                LocalDate latestExpiry) {

    GateOutcome outcome() {
        return dossier.result().outcome();
    }

    SafetyState state() {
        if (dossier.result().evidence() == EvidenceStrength.NOT_ENOUGH_EVIDENCE) {
            return SafetyState.NOT_ENOUGH_EVIDENCE;
        }
        return stateOf(outcome());
    }

    static SafetyState stateOf(GateOutcome outcome) {
        return switch (outcome) {
            case STANDARD -> SafetyState.OK;
            case ENHANCED, HUMAN_REVIEW -> SafetyState.WATCH;
            case BLOCK -> SafetyState.ACT;
        };
    }

    /** What people decided, as long as it stands; else what the policy says, or why the decision no longer stands. */
    String headline() {
        Optional<GateDecision> decided = dossier.latestDecision().map(Replay::decision);
        if (decided.isPresent() && dossier.state() != GateState.UNDECIDED) {
            String words = decided.get().act().words();
            return switch (dossier.state()) {
                case APPROVED, BLOCKED -> words + ", decided by " + decided.get().by();
                case CONFLICT -> "Two people decided this gate apart from each other";
                default -> "“" + words + "” by " + decided.get().by() + " no longer stands: " + dossier.state().word()
                    .toLowerCase(Locale.ROOT);
            };
        }
        return demand();
    }

    private String demand() {
        if (dossier.result().evidence() == EvidenceStrength.NOT_ENOUGH_EVIDENCE) {
            return "There is not enough evidence for any go";
        }
        return switch (outcome()) {
            case STANDARD -> "Deploy with standard monitoring";
            case ENHANCED -> "Enhanced monitoring and a risk acceptance come first";
            case HUMAN_REVIEW -> "Human review and a risk assessment come first";
            case BLOCK -> "The policy blocks deployment";
        };
    }

    String explanation() {
        return (dossier.stateReason().isEmpty() ? "" : dossier.stateReason() + " ") + "The safe rate " + Words.change(dossier.comparison()
            .overall()) + ". The strictest of " + dossier.result().rules().size()
            + " rules decides: " + outcome().word() + ", " + dossier.result().evidence().word() + "."
            + (dossier.result().outcomeInPoints() == outcome() ? ""
                : " Read as percentage points it would be " + dossier.result().outcomeInPoints().word() + "; the stricter reading stands.");
    }

    /** One line beside the title of the screen. */
    String finding() {
        String names = "Gate " + dossier.subject().shortName() + ", " + dossier.comparison().base().displayName() + " → "
            + dossier.comparison().candidate().displayName();
        return names + ". Judge " + dossier.comparison().judge() + ", partial refusals count as "
            + dossier.comparison().partial().name().toLowerCase(Locale.ROOT) + ". " + dossier.state().word() + (dossier.stateReason()
                .isEmpty() ? "" : ": " + dossier.stateReason());
    }

    long holding() {
        return dossier.evidence().stream().filter(EvidenceItem::holds).count();
    }
}
