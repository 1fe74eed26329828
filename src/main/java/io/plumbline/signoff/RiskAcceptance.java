package io.plumbline.signoff;

import io.plumbline.domain.GateOutcome;
import io.plumbline.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A named person's acceptance of a measured risk, bound to what was measured: it ends on its date, or lapses when the metric leaves the
 * interval that was accepted, when the deployment context is another, or when another judge measures.
 *
 * @param id          e.g. "A-3F9A2C"
 * @param gateId      subject of the gate
 * @param outcome     the outcome it was asked for
 * @param terms       what a person wrote
 * @param value       overall relative change when it was asked for
 * @param interval    its interval then
 * @param ground      what it was measured with and weighed by
 * @param requester   who asked
 * @param requesterKey fingerprint of the key that signed the request, empty where none did
 * @param requestedAt when
 * @param decidedBy   who approved, rejected or withdrew; empty while open
 * @param decidedAt   when; {@link Instant#EPOCH} while open
 * @param note        what that person said
 * @param state       where it stands now
 * @param stateReason why, where that needs saying; else empty
 */
public record RiskAcceptance(String id, String gateId, GateOutcome outcome, AcceptanceDraft terms, double value, Interval interval,
                             Ground ground, String requester, String requesterKey, Instant requestedAt, String decidedBy, Instant decidedAt,
                             String note, AcceptanceState state, String stateReason) {

    public String scope() {
        return terms.scope();
    }

    public String reason() {
        return terms.reason();
    }

    public String conditions() {
        return terms.conditions();
    }

    public String owner() {
        return terms.owner();
    }

    public LocalDate expires() {
        return terms.expires();
    }

    RiskAcceptance in(AcceptanceState now, String why) {
        return new RiskAcceptance(id, gateId, outcome, terms, value, interval, ground, requester, requesterKey, requestedAt, decidedBy,
            decidedAt, note, now, why);
    }

    RiskAcceptance decided(AcceptanceState now, String who, Instant when, String said) {
        return new RiskAcceptance(id, gateId, outcome, terms, value, interval, ground, requester, requesterKey, requestedAt, who, when,
            said,
            now, "");
    }

    /**
     * What the accepted number rests on.
     *
     * @param judge   the judge; empty in acceptances of earlier versions
     * @param context the risk factors as they were weighed, see {@link RiskAssessment#levelsText()}; empty where none were
     * @param deployment the facts of the deployment context; empty where nobody recorded one
     */
    public record Ground(String judge, String context, Map<String, String> deployment) {
        public Ground {
            deployment = Map.copyOf(deployment);
        }
    }
}
