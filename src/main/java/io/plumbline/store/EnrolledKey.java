package io.plumbline.store;

import io.plumbline.keys.KeyProtection;
import io.plumbline.keys.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A public key as the journal knows it.
 *
 * @param key        the key
 * @param owner      whose it is; of a device, the name of whoever sat there first
 * @param protection a person's, or a device's
 * @param line       the journal line that brought it, or that merged the journal which did
 * @param hash       hash of the line that enrolled it
 * @param since      when
 * @param revoked    when and why it lost its force
 */
public record EnrolledKey(VerifyingKey key, String owner, KeyProtection protection, long line, String hash, Instant since,
    Optional<Revocation> revoked) {

    private static final int SHOWN = 16;

    public String fingerprint() {
        return key.fingerprint();
    }

    /** As much of the fingerprint as people read to each other. */
    public String shortFingerprint() {
        return fingerprint().substring(0, SHOWN);
    }

    public boolean isPersonal() {
        return protection == KeyProtection.PASSPHRASE;
    }

    public boolean isActive() {
        return revoked.isEmpty();
    }

    EnrolledKey revokedBy(Revocation revocation) {
        return new EnrolledKey(key, owner, protection, line, hash, since, Optional.of(revocation));
    }

    /** The key as it stood after a line. */
    EnrolledKey asOf(long last) {
        return new EnrolledKey(key, owner, protection, line, hash, since, revoked.filter(end -> end.line() <= last));
    }

    /** The key as the line knows it that merged the branch it comes from. */
    EnrolledKey joinedOn(long merge) {
        return new EnrolledKey(key, owner, protection, merge, hash, since, revoked.map(end -> new Revocation(merge, end.at(), end.by(),
            end.reason())));
    }

    /** The end of a key: signatures from before stay good, later ones never are. */
    public record Revocation(long line, Instant at, String by, String reason) {
    }
}
