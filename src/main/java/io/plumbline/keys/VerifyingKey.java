package io.plumbline.keys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key (RFC 8032): 32 bytes. It is named by its fingerprint, the SHA-256 of these bytes in hex, which two people can read
 * to each other.
 */
public final class VerifyingKey {

    private static final int LENGTH = 32;
    /** What stands before the 32 bytes in a SubjectPublicKeyInfo of an Ed25519 key (RFC 8410, section 4). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    private final byte[] raw;

    private VerifyingKey(byte[] raw) {
        this.raw = raw;
    }

    /** @throws IllegalArgumentException where this is no Base64 of 32 bytes in its one canonical spelling */
    public static VerifyingKey ofBase64(String text) {
        byte[] raw = Base64.getDecoder().decode(text);
        if (raw.length != LENGTH || !Base64.getEncoder().encodeToString(raw).equals(text)) {
            throw new IllegalArgumentException("an Ed25519 public key is 32 bytes in Base64");
        }
        return new VerifyingKey(raw);
    }

    /** Reads the PEM that {@link #pem()} writes, as other tools do. */
    public static VerifyingKey ofPem(String pem) {
        int begin = pem.indexOf(PEM_BEGIN);
        int end = pem.indexOf(PEM_END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no public key in PEM");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + PEM_BEGIN.length(), end));
        return ofEncoded(encoded);
    }

    static VerifyingKey of(PublicKey key) {
        return ofEncoded(key.getEncoded());
    }

    private static VerifyingKey ofEncoded(byte[] encoded) {
        if (encoded.length != PREFIX.length + LENGTH || !Arrays.equals(PREFIX, 0, PREFIX.length, encoded, 0, PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        return new VerifyingKey(Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(raw);
    }

    /** SubjectPublicKeyInfo as PEM, which OpenSSL, cosign and others read. */
    public String pem() {
        return PEM_BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded()) + "\n" + PEM_END + "\n";
    }

    /** SHA-256 of the 32 bytes, 64 hex digits. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether this key made the signature of this message (RFC 8032, section 5.1.7). May be asked from several threads. */
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE && Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
    }

    private byte[] encoded() {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
        System.arraycopy(raw, 0, encoded, PREFIX.length, LENGTH);
        return encoded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey key && Arrays.equals(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
