package io.plumbline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {

    private static final char[] PASSPHRASE = "correct horse".toCharArray();
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Keyring ring() {
        return new Keyring(directory.resolve("keys"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
            return files.sorted().toList();
        }
    }

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void signaturesAreThoseOfRfc8032() {
        VerifyingKey key = VerifyingKey.ofBase64(java.util.Base64.getEncoder().encodeToString(
            HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")));
        byte[] signature = HexFormat.of().parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(key.verifies(new byte[] {0x72}, signature)).isTrue();
        assertThat(key.verifies(new byte[] {0x73}, signature)).isFalse();
    }

    @Test
    void aKeyIsUnlockedOnceAndForgottenWhenLocked() {
        String made = ring().create("Anna", PASSPHRASE).publicKey().fingerprint();
        Keyring later = ring();
        assertThat(later.holds(made)).isTrue();
        assertThat(later.unlocked(made)).isEmpty();
        later.unlock(made, PASSPHRASE);
        Signer signer = later.unlocked(made).orElseThrow();
        assertThat(signer.publicKey().verifies(MESSAGE, signer.sign(MESSAGE))).isTrue();
        later.lock();
        assertThat(later.unlocked(made)).isEmpty();
    }

    @Test
    void aWrongPassphraseGivesASentence() {
        String made = ring().create("Anna", PASSPHRASE).publicKey().fingerprint();
        assertThatThrownBy(() -> ring().unlock(made, "correct horsf".toCharArray())).isInstanceOf(InputException.class)
            .hasMessageContaining("does not open the key of Anna");
    }

    @Test
    void afterAChangeOnlyTheNewPassphraseOpensTheSameKey() {
        Keyring ring = ring();
        String made = ring.create("Anna", PASSPHRASE).publicKey().fingerprint();
        ring.changePassphrase(made, PASSPHRASE, "battery staple".toCharArray());
        assertThatThrownBy(() -> ring().unlock(made, PASSPHRASE)).isInstanceOf(InputException.class);
        Keyring later = ring();
        later.unlock(made, "battery staple".toCharArray());
        assertThat(later.unlocked(made)).isPresent();
    }

    @Test
    void aPassphraseOfSevenCharactersIsRefusedBeforeAnythingIsSaved() {
        assertThatThrownBy(() -> ring().create("Anna", "1234567".toCharArray())).isInstanceOf(InputException.class)
            .hasMessageContaining("7 characters");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aLostKeyFileIsSaidToBeLost() throws IOException {
        String made = ring().create("Anna", PASSPHRASE).publicKey().fingerprint();
        Files.delete(files().get(0));
        assertThatThrownBy(() -> ring().unlock(made, PASSPHRASE)).isInstanceOf(InputException.class)
            .hasMessageContaining("not on this machine");
    }

    @Test
    void anotherOwnerOnTheFileIsNoticed() throws IOException {
        String made = ring().create("Anna", PASSPHRASE).publicKey().fingerprint();
        Path file = files().get(0);
        Files.writeString(file, Files.readString(file).replace("Anna", "Hugo"));
        assertThatThrownBy(() -> ring().unlock(made, PASSPHRASE)).isInstanceOf(InputException.class);
    }

    @Test
    void aDamagedFileGivesASentenceForEveryByte() throws IOException {
        String made = ring().create("Anna", PASSPHRASE).publicKey().fingerprint();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        Files.write(file, half);
        assertThatThrownBy(() -> ring().unlock(made, PASSPHRASE)).isInstanceOf(InputException.class).hasMessageContaining("damaged");
    }

    @Test
    void privateKeysAreForTheirOwnerAlone() throws IOException {
        Keyring ring = ring();
        ring.create("Anna", PASSPHRASE);
        ring.device();
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            assertThat(files()).hasSize(2).allSatisfy(file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys")))).isEqualTo("rwx------");
        }
    }

    @Test
    void theStretchingIsAsSlowAsOwaspAsks() throws IOException {
        ring().create("Anna", PASSPHRASE);
        assertThat(Files.readString(files().get(0))).contains("\"PBKDF2WithHmacSHA256\"", "\"iterations\" : 600000", "AES/GCM")
            .doesNotContain("MC4CAQ");
    }

    @Test
    void theDevicesKeyStaysTheSame() {
        assertThat(ring().device().publicKey()).isEqualTo(ring().device().publicKey());
    }

    @Test
    void aKeyInPemIsReadBack() {
        VerifyingKey key = ring().device().publicKey();
        assertThat(VerifyingKey.ofPem(key.pem())).isEqualTo(key);
    }
}
