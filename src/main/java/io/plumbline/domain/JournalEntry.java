package io.plumbline.domain;

import java.time.Instant;
import java.util.Map;

/**
 * One thing a person decided, as a line of the decision journal.
 *
 * @param sequence     1-based place in the journal
 * @param time         when
 * @param actor        who
 * @param kind         what sort of decision, e.g. {@code label.set}; see {@link DecisionKinds}
 * @param subject      id of what was decided on
 * @param payload      the decision itself: text, numbers, booleans, lists and maps of these
 * @param previousHash hash of the line before, 64 zeros for the first
 * @param hash         SHA-256 of this line's canonical content, hex
 * @param key          fingerprint of the key that signed the line; empty where nobody did
 */
public record JournalEntry(long sequence, Instant time, String actor, String kind, String subject, Map<String, Object> payload,
                           String previousHash, String hash, String key) {

    /** An unsigned line. */
    public JournalEntry(long sequence, Instant time, String actor, String kind, String subject, Map<String, Object> payload,
                        String previousHash, String hash) {
        this(sequence, time, actor, kind, subject, payload, previousHash, hash, "");
    }
}
