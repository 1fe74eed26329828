package io.plumbline.signoff;

import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.JournalEntry;
import java.time.Instant;

/**
 * A decision as it stands in the journal.
 *
 * @param act      what was done
 * @param outcome  what the policy said then
 * @param evidence how firm that was
 * @param reason   why, in the person's words
 * @param by       who
 * @param at       when
 * @param inputs   what it rested on
 * @param entry    the journal line, whose hash seals it
 */
public record GateDecision(GateAct act, GateOutcome outcome, EvidenceStrength evidence, String reason, String by, Instant at,
                           GateInputs inputs, JournalEntry entry) {

    public String baseRunId() {
        return new Payload(entry).text("base");
    }

    public String candidateRunId() {
        return new Payload(entry).text("candidate");
    }

    public GateSubject subject() {
        return new GateSubject(baseRunId(), candidateRunId());
    }

    /** The risk acceptance it rests on; empty where it rests on none. */
    public String acceptanceId() {
        return new Payload(entry).text("acceptance");
    }

    static GateDecision of(JournalEntry entry) {
        Payload payload = new Payload(entry);
        return new GateDecision(GateAct.valueOf(payload.text("act")), GateOutcome.valueOf(payload.text("outcome")),
            EvidenceStrength.valueOf(payload.text("evidence")), payload.text("reason"), entry.actor(), entry.time(), GateInputs.read(entry),
            entry);
    }
}
