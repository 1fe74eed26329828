package io.plumbline.store;

import io.plumbline.domain.JournalEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the journal as it was read, with what is needed to check its signature.
 *
 * @param entry     the decision
 * @param clock     what the clock said, where that was before the line before
 * @param device    the public key of a device that signs for the first time
 * @param message   the bytes that were signed; empty where nobody signed
 * @param signature the signature
 */
record SignedLine(JournalEntry entry, Optional<Instant> clock, Optional<String> device, byte[] message, byte[] signature) {

    boolean isSigned() {
        return !entry.key().isEmpty();
    }
}
