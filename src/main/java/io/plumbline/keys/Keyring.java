package io.plumbline.keys;

import io.plumbline.domain.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The private keys of one installation. A person's key is unlocked once by its passphrase and stays in memory until it is locked or the
 * program ends; the device's own key needs none.
 */
public final class Keyring {

    /** NIST SP 800-63B: at least eight characters where the secret is one of two factors; the other is the key file. */
    public static final int SHORTEST_PASSPHRASE = 8;

    private final KeyFolder folder;
    private final Map<String, SigningKey> unlocked = new LinkedHashMap<>();
    private Optional<SigningKey> device = Optional.empty();

    public Keyring(Path folder) {
        this.folder = new KeyFolder(folder);
    }

    /** The key of this installation, made the first time it is asked for. */
    public synchronized Signer device() {
        if (device.isEmpty()) {
            device = Optional.of(Files.exists(folder.device())
                ? KeyFile.open(KeyFolder.read(folder.device()), folder.device().toString(), new char[0]) : newDevice());
        }
        return device.get();
    }

    private SigningKey newDevice() {
        SigningKey made = SigningKey.generate();
        folder.write(folder.device(), KeyFile.unprotected("this device", made));
        return made;
    }

    /** Makes a person's key, saves it under the passphrase and leaves it unlocked. */
    public synchronized Signer create(String owner, char[] passphrase) {
        checkLength(passphrase);
        SigningKey made = SigningKey.generate();
        folder.write(folder.person(made.publicKey()), KeyFile.underPassphrase(owner, made, passphrase));
        unlocked.put(made.publicKey().fingerprint(), made);
        return made;
    }

    /** Whether the private half of a key is here. */
    public synchronized boolean holds(String fingerprint) {
        return unlocked.containsKey(fingerprint) || file(fingerprint).isPresent();
    }

    /** The key, where it is unlocked. */
    public synchronized Optional<Signer> unlocked(String fingerprint) {
        return Optional.ofNullable(unlocked.get(fingerprint));
    }

    /** @throws InputException where the key is not here, or the passphrase is not its own */
    public synchronized void unlock(String fingerprint, char[] passphrase) {
        Path file = file(fingerprint).orElseThrow(() -> notHere(fingerprint));
        unlocked.put(fingerprint, KeyFile.open(KeyFolder.read(file), file.toString(), passphrase));
    }

    /** Forgets every person's key until the passphrase is given again. */
    public synchronized void lock() {
        unlocked.clear();
    }

    public synchronized void changePassphrase(String fingerprint, char[] now, char[] next) {
        checkLength(next);
        Path file = file(fingerprint).orElseThrow(() -> notHere(fingerprint));
        byte[] content = KeyFolder.read(file);
        SigningKey key = KeyFile.open(content, file.toString(), now);
        folder.write(file, KeyFile.underPassphrase(KeyFile.label(content, file.toString()).owner(), key, next));
        unlocked.put(fingerprint, key);
    }

    private Optional<Path> file(String fingerprint) {
        return folder.people().stream()
            .filter(file -> KeyFile.label(KeyFolder.read(file), file.toString()).publicKey().fingerprint().equals(fingerprint)).findFirst();
    }

    private static InputException notHere(String fingerprint) {
        return new InputException("The private key " + fingerprint.substring(0, 16) + "… is not on this machine. Copy its file into the keys "
            + "folder of the workspace, or make a new key and revoke this one.");
    }

    private static void checkLength(char[] passphrase) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new InputException("The passphrase has " + passphrase.length + " characters; it must have at least " + SHORTEST_PASSPHRASE
                + ". A few words are good and easy to keep.");
        }
    }
}
