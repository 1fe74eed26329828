package io.plumbline.store;

import io.plumbline.domain.InputException;
import io.plumbline.keys.Signer;
import java.util.List;
import java.util.Optional;

/** A workspace that keeps no keys, such as one in memory: nothing is signed there, and nobody is asked for a passphrase. */
final class NoKeys implements People {

    @Override
    public List<EnrolledKey> keys() {
        return List.of();
    }

    @Override
    public Optional<EnrolledKey> keyOf(String person) {
        return Optional.empty();
    }

    @Override
    public boolean isUnlocked(String person) {
        return true;
    }

    @Override
    public EnrolledKey createKey(String person, char[] passphrase) {
        throw none();
    }

    @Override
    public EnrolledKey replaceKey(String person, char[] passphrase) {
        throw none();
    }

    @Override
    public void unlock(String person, char[] passphrase) {
        throw none();
    }

    @Override
    public void lock() {
        // nothing is unlocked
    }

    @Override
    public void changePassphrase(String person, char[] now, char[] next) {
        throw none();
    }

    @Override
    public void revoke(String fingerprint, String reason) {
        throw none();
    }

    @Override
    public boolean canSign() {
        return false;
    }

    @Override
    public Signer signer() {
        throw none();
    }

    @Override
    public List<String> enrolment(String fingerprint) {
        return List.of();
    }

    private static InputException none() {
        return new InputException("This workspace keeps no keys.");
    }
}
