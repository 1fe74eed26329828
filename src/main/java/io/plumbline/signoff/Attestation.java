package io.plumbline.signoff;

import io.plumbline.domain.JournalEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Something a person vouches for because the program cannot see it.
 *
 * @param kind    what
 * @param note    what was done and found
 * @param minutes time spent, 0 where time is not the point
 * @param tried   things tried (triggers, prompts), 0 where not counted
 * @param expires last day on which it counts
 * @param entry   the journal line
 */
public record Attestation(EvidenceKind kind, String note, int minutes, int tried, LocalDate expires, JournalEntry entry) {

    static Attestation of(JournalEntry entry) {
        Payload payload = new Payload(entry);
        return new Attestation(EvidenceKind.valueOf(payload.text("item")), payload.text("note"), payload.count("minutes"),
            payload.count("tried"), payload.day("expires"), entry);
    }

    boolean countsOn(LocalDate day) {
        return !day.isAfter(expires);
    }

    String byWhom() {
        return entry.actor() + ", " + LocalDate.ofInstant(entry.time(), ZoneOffset.UTC);
    }
}
