package io.plumbline.report;

import io.plumbline.signoff.AcceptanceState;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.Replay;
import io.plumbline.signoff.RiskAcceptance;
import java.util.ArrayList;
import java.util.List;

/** Who saw it otherwise: acceptances that were rejected or withdrawn, and decisions at the gate that were not the last one's. */
final class Dissent {

    private Dissent() {
    }

    static List<String> at(GateDossier gate) {
        List<String> voices = new ArrayList<>();
        for (RiskAcceptance acceptance : gate.acceptances()) {
            if (acceptance.state() == AcceptanceState.REJECTED || acceptance.state() == AcceptanceState.WITHDRAWN) {
                voices.add(acceptance.decidedBy() + " " + (acceptance.state() == AcceptanceState.REJECTED ? "rejected" : "withdrew")
                    + " acceptance "
                    + acceptance.id() + " on " + Moments.minute(acceptance.decidedAt()) + ": " + acceptance.note());
            }
        }
        gate.latestDecision().map(Replay::decision).ifPresent(last -> gate.history().stream().map(Replay::decision)
            .filter(decision -> decision.act() != last.act()).map(Dissent::sentence).forEach(voices::add));
        return voices;
    }

    private static String sentence(GateDecision decision) {
        return decision.by() + " chose “" + decision.act().words() + "” on " + Moments.minute(decision.at()) + ": " + decision.reason();
    }
}
