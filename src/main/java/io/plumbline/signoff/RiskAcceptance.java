package io.plumbline.signoff;

import io.plumbline.domain.GateOutcome;
import io.plumbline.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A named person's acceptance of a measured risk, bound to what was measured: it lapses by its date, or when the metric leaves the interval
 * that was accepted.
 *
 * @param id          e.g. "A-3F9A2C"
 * @param gateId      subject of the gate
 * @param outcome     the outcome it was asked for
 * @param scope       what is accepted
 * @param reason      why
 * @param conditions  under which conditions
 * @param expires     last day on which it holds
 * @param value       overall relative change when it was asked for
 * @param interval    its interval then
 * @param requester   who asked
 * @param requestedAt when
 * @param decidedBy   who approved or rejected; empty while open
 * @param decidedAt   when; {@link Instant#EPOCH} while open
 * @param state       where it stands now
 */
public record RiskAcceptance(String id, String gateId, GateOutcome outcome, String scope, String reason, String conditions,
                             LocalDate expires, double value, Interval interval, String requester, Instant requestedAt, String decidedBy,
                             Instant decidedAt, AcceptanceState state) {

    RiskAcceptance in(AcceptanceState now) {
        return new RiskAcceptance(id, gateId, outcome, scope, reason, conditions, expires, value, interval, requester, requestedAt,
            decidedBy, decidedAt, now);
    }

    RiskAcceptance decided(AcceptanceState now, String who, Instant when) {
        return new RiskAcceptance(id, gateId, outcome, scope, reason, conditions, expires, value, interval, requester, requestedAt, who,
            when, now);
    }
}
