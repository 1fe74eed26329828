package io.plumbline.store;

import io.plumbline.keys.Signer;
import java.util.List;
import java.util.Optional;

/**
 * Who can sign at this workspace. A person's own key is demanded for approvals, gate decisions, policies and keys; anything else is signed
 * with the device's key where a person's is not unlocked, so that no label is lost for want of a passphrase.
 */
public interface People {

    /** Every key that the journal names, oldest first. */
    List<EnrolledKey> keys();

    /** The key with which a person signs now. */
    Optional<EnrolledKey> keyOf(String person);

    /** Whether the person's key is in memory. */
    boolean isUnlocked(String person);

    /** Makes the first key of a person, saves it under a passphrase and enrols it in the journal. */
    EnrolledKey createKey(String person, char[] passphrase);

    /** Makes a new key for a person whose key or passphrase is lost. The old one is revoked; what it signed before stays good. */
    EnrolledKey replaceKey(String person, char[] passphrase);

    /** Unlocks a person's key until {@link #lock()} or the end of the program. */
    void unlock(String person, char[] passphrase);

    /** Forgets every person's key. */
    void lock();

    void changePassphrase(String person, char[] now, char[] next);

    /** Takes its force from a key, as the person at work. Signatures from before stay good. */
    void revoke(String fingerprint, String reason);

    /** Whether anything can be signed here at all; not in a workspace that keeps no keys. */
    default boolean canSign() {
        return true;
    }

    /** What signs for the person at work: their own key where it is unlocked, else the device's. */
    Signer signer();

    /** What the journal's line of a key says, for a reader who has not got the journal; empty for a device that has decided nothing yet. */
    List<String> enrolment(String fingerprint);
}
