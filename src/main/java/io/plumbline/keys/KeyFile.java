package io.plumbline.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key as it lies on disk, one JSON object. Under a passphrase it is encrypted with AES-256-GCM; the key for that is stretched by
 * PBKDF2-HMAC-SHA256. Owner and public key are bound in as associated data, so that a file can't be given another owner unnoticed.
 */
final class KeyFile {

    /** OWASP Password Storage Cheat Sheet: at least 600,000 rounds for PBKDF2-HMAC-SHA256. */
    static final int ROUNDS = 600_000;
    /** More would only keep a program busy that opens a stranger's file. */
    private static final int MOST_ROUNDS = 20_000_000;
    private static final String FORMAT = "plumbline-key";
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeyFile() {
    }

    static byte[] underPassphrase(String owner, SigningKey key, char[] passphrase) {
        byte[] salt = random(SALT);
        byte[] nonce = random(NONCE);
        ObjectNode file = head(owner, key, KeyProtection.PASSPHRASE);
        file.putObject("kdf").put("name", "PBKDF2WithHmacSHA256").put("iterations", ROUNDS).put("salt", base64(salt));
        file.putObject("cipher").put("name", "AES/GCM/NoPadding").put("nonce", base64(nonce));
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, nonce, bound(owner, key.publicKey()));
            file.put("privateKey", base64(cipher.doFinal(key.pkcs8())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has PBKDF2 and AES-GCM", e);
        }
        return bytes(file);
    }

    static byte[] unprotected(String owner, SigningKey key) {
        return bytes(head(owner, key, KeyProtection.NONE).put("privateKey", base64(key.pkcs8())));
    }

    /** Who a key file says it belongs to, without opening it. */
    static Label label(byte[] file, String name) {
        try {
            JsonNode node = JSON.readTree(file);
            if (!FORMAT.equals(node.path("format").asText())) {
                throw new InputException(name + " is no key file of Plumbline. Restore it from a backup, or make a new key.");
            }
            return new Label(node.path("owner").asText(), VerifyingKey.ofBase64(node.path("publicKey").asText()),
                KeyProtection.valueOf(node.path("protection").asText()));
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(name, e);
        }
    }

    /** Opens a key; an unprotected one needs no passphrase. */
    static SigningKey open(byte[] file, String name, char[] passphrase) {
        Label label = label(file, name);
        try {
            JsonNode node = JSON.readTree(file);
            byte[] secret = node.path("privateKey").binaryValue();
            if (label.protection() == KeyProtection.PASSPHRASE) {
                int rounds = node.path("kdf").path("iterations").asInt();
                if (rounds < 1 || rounds > MOST_ROUNDS) {
                    throw damaged(name, null);
                }
                secret = cipher(Cipher.DECRYPT_MODE, passphrase, node.path("kdf").path("salt").binaryValue(), rounds,
                    node.path("cipher").path("nonce").binaryValue(), bound(label.owner(), label.publicKey())).doFinal(secret);
            }
            return SigningKey.of(secret, label.publicKey());
        } catch (AEADBadTagException e) {
            throw new InputException("This passphrase does not open the key of " + label.owner() + ". Nothing was changed; try again, or, if it "
                + "is lost, make a new key and revoke this one under Settings, Person.", e);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | NullPointerException e) {
            throw damaged(name, e);
        }
    }

    private static InputException damaged(String name, Throwable cause) {
        return new InputException("The key file " + name + " is damaged. Restore it from a backup, or make a new key and revoke this one.", cause);
    }

    private static ObjectNode head(String owner, SigningKey key, KeyProtection protection) {
        return JSON.createObjectNode().put("format", FORMAT).put("version", 1).put("owner", owner).put("publicKey", key.publicKey().base64())
            .put("protection", protection.name());
    }

    private static byte[] bound(String owner, VerifyingKey key) {
        return (owner + "\n" + key.base64()).getBytes(StandardCharsets.UTF_8);
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int rounds, byte[] nonce, byte[] bound)
        throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        byte[] stretched = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(stretched, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        Arrays.fill(stretched, (byte) 0);
        return cipher;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(ObjectNode file) {
        return (file.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What stands on a key file. */
    record Label(String owner, VerifyingKey publicKey, KeyProtection protection) {
    }
}
