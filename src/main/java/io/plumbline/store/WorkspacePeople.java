package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.keys.KeyProtection;
import io.plumbline.keys.Keyring;
import io.plumbline.keys.Signer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People's keys in the keys folder of a workspace, enrolled in its journal. */
final class WorkspacePeople implements People {

    private final JournalledDecisions decisions;
    private final Keyring keyring;
    private final PersonAtWork atWork;

    WorkspacePeople(JournalledDecisions decisions, Keyring keyring, PersonAtWork atWork) {
        this.decisions = decisions;
        this.keyring = keyring;
        this.atWork = atWork;
    }

    @Override
    public List<EnrolledKey> keys() {
        return decisions.enrolled(KeyRegister::all);
    }

    @Override
    public Optional<EnrolledKey> keyOf(String person) {
        return decisions.enrolled(keys -> keys.activeOf(person));
    }

    @Override
    public boolean isUnlocked(String person) {
        return keyOf(person).flatMap(key -> keyring.unlocked(key.fingerprint())).isPresent();
    }

    @Override
    public EnrolledKey createKey(String person, char[] passphrase) {
        if (keyOf(person).isPresent()) {
            throw new InputException(person + " has a key here already. Unlock it, or, if it is lost, replace it; nothing was made.");
        }
        return enrol(person, passphrase);
    }

    @Override
    public EnrolledKey replaceKey(String person, char[] passphrase) {
        demand(person);
        return enrol(person, passphrase);
    }

    private EnrolledKey enrol(String person, char[] passphrase) {
        String name = PersonAtWork.checked(person);
        Optional<EnrolledKey> earlier = keyOf(name);
        Signer made = keyring.create(name, passphrase);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("owner", name);
        payload.put("publicKey", made.publicKey().base64());
        payload.put("algorithm", "Ed25519");
        payload.put("protection", KeyProtection.PASSPHRASE.name());
        decisions.record(name, made, DecisionKinds.KEY_ENROLLED, made.publicKey().fingerprint(), payload);
        earlier.ifPresent(lost -> decisions.record(name, made, DecisionKinds.KEY_REVOKED, lost.fingerprint(),
            Map.of("reason", "lost; replaced by " + made.publicKey().fingerprint())));
        return keyOf(name).orElseThrow();
    }

    @Override
    public void unlock(String person, char[] passphrase) {
        keyring.unlock(demand(person).fingerprint(), passphrase);
    }

    @Override
    public void lock() {
        keyring.lock();
    }

    @Override
    public void changePassphrase(String person, char[] now, char[] next) {
        keyring.changePassphrase(demand(person).fingerprint(), now, next);
    }

    @Override
    public void revoke(String fingerprint, String reason) {
        EnrolledKey key = keys().stream().filter(known -> known.fingerprint().startsWith(fingerprint)).findFirst()
            .orElseThrow(() -> new InputException("No key of this journal begins with " + fingerprint + "."));
        if (!key.isActive()) {
            throw new InputException("The key " + key.shortFingerprint() + "… of " + key.owner() + " is revoked already.");
        }
        if (reason.isBlank()) {
            throw new InputException("Say why the key is revoked: lost, stolen, or its owner has left.");
        }
        decisions.record(DecisionKinds.KEY_REVOKED, key.fingerprint(), Map.of("reason", reason.strip()));
    }

    @Override
    public Signer signer() {
        return keyOf(atWork.name()).flatMap(key -> keyring.unlocked(key.fingerprint())).orElseGet(keyring::device);
    }

    @Override
    public List<String> enrolment(String fingerprint) {
        return decisions.enrolled(keys -> keys.find(fingerprint)).map(key -> decisions.lines(List.of(key.hash()))).orElse(List.of());
    }

    private EnrolledKey demand(String person) {
        return keyOf(person).orElseThrow(() -> new InputException(person
            + " has no key in this workspace. Make one under Settings, Person."));
    }
}
