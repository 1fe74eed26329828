package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.keys.KeyProtection;
import io.plumbline.keys.VerifyingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The public keys that a journal names, as they stand after the lines read so far. */
final class KeyRegister {

    private final Map<String, EnrolledKey> keys = new LinkedHashMap<>();

    /** Takes in what a line says about keys; most say nothing. What can't be read as a key is left out, and its lines then fail to verify. */
    void read(SignedLine line) {
        JournalEntry entry = line.entry();
        line.device().ifPresent(key -> enrol(entry, key, entry.key(), KeyProtection.NONE));
        switch (entry.kind()) {
            case DecisionKinds.KEY_ENROLLED -> enrol(entry, String.valueOf(entry.payload().get("publicKey")), entry.subject(),
                KeyProtection.PASSPHRASE);
            case DecisionKinds.KEY_REVOKED -> keys.computeIfPresent(entry.subject(), (fingerprint, key) -> key.isActive()
                ? key.revokedBy(new EnrolledKey.Revocation(entry.sequence(), entry.time(), entry.actor(), String.valueOf(entry.payload()
                    .get("reason"))))
                : key);
            default -> { }
        }
    }

    private void enrol(JournalEntry entry, String publicKey, String fingerprint, KeyProtection protection) {
        try {
            VerifyingKey key = VerifyingKey.ofBase64(publicKey);
            if (key.fingerprint().equals(fingerprint)) {
                keys.putIfAbsent(fingerprint, new EnrolledKey(key, entry.actor(), protection, entry.sequence(),
                    entry.hash(), entry.time(), Optional.empty()));
            }
        } catch (IllegalArgumentException notAKey) {
            // An unknown key is what the lines signed with it are reported for.
        }
    }

    Optional<EnrolledKey> find(String fingerprint) {
        return Optional.ofNullable(keys.get(fingerprint));
    }

    /** The key with which a person signs now. */
    Optional<EnrolledKey> activeOf(String person) {
        return keys.values().stream().filter(key -> key.isPersonal() && key.isActive() && samePerson(key.owner(), person))
            .reduce((first, second) -> second);
    }

    List<EnrolledKey> all() {
        return List.copyOf(keys.values());
    }

    /** The keys as they stood after a line. */
    KeyRegister asOf(long line) {
        KeyRegister then = new KeyRegister();
        keys.forEach((fingerprint, key) -> {
            if (key.line() <= line) {
                then.keys.put(fingerprint, key.asOf(line));
            }
        });
        return then;
    }

    /** Takes in the keys of a branch on the line that merged it: what either side enrolled is known, what either side revoked is revoked. */
    void join(KeyRegister branch, long line) {
        branch.keys.forEach((fingerprint, key) -> keys.merge(fingerprint, key.joinedOn(line), (ours, theirs) -> ours.isActive()
            && !theirs.isActive() ? ours.revokedBy(theirs.revoked().orElseThrow()) : ours));
    }

    /** A capital letter or a blank must not make a second person. */
    static boolean samePerson(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
