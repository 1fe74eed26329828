package io.plumbline.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A DSSE envelope (Dead Simple Signing Envelope 1.0) with one signature: what supply-chain tools such as in-toto and cosign read. This program
 * writes it in one spelling only, so that no byte of it can change unnoticed.
 *
 * @param payloadType how to read the payload
 * @param payload     the bytes that are signed, together with their type
 * @param keyId       fingerprint of the key, a hint that nothing is decided by
 * @param signature   Ed25519 over {@link #preAuthenticationEncoding}
 */
public record Envelope(String payloadType, byte[] payload, String keyId, byte[] signature) {

    /** The type of in-toto statements. */
    public static final String IN_TOTO = "application/vnd.in-toto+json";

    public static Envelope sign(String payloadType, byte[] payload, Signer signer) {
        return new Envelope(payloadType, payload, signer.publicKey().fingerprint(), signer.sign(preAuthenticationEncoding(payloadType, payload)));
    }

    /** {@code "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body}, DSSE protocol 1.0. */
    static byte[] preAuthenticationEncoding(String payloadType, byte[] payload) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        encoded.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
        encoded.writeBytes(type);
        encoded.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
        encoded.writeBytes(payload);
        return encoded.toByteArray();
    }

    public boolean isSignedBy(VerifyingKey key) {
        return key.verifies(preAuthenticationEncoding(payloadType, payload), signature);
    }

    /** The envelope as JSON in ASCII, without white space. */
    public String json() {
        return "{\"payload\":\"" + base64(payload) + "\",\"payloadType\":\"" + payloadType + "\",\"signatures\":[{\"keyid\":\"" + keyId
            + "\",\"sig\":\"" + base64(signature) + "\"}]}";
    }

    /** Reads an envelope of one signature in whatever spelling; empty where this is none. */
    public static Optional<Envelope> read(byte[] json) {
        try {
            JsonNode node = new ObjectMapper().readTree(json);
            JsonNode signatures = node.path("signatures");
            if (!node.path("payload").isTextual() || !node.path("payloadType").isTextual() || signatures.size() != 1) {
                return Optional.empty();
            }
            return Optional.of(new Envelope(node.path("payloadType").textValue(), Base64.getDecoder().decode(node.path("payload").textValue()),
                signatures.get(0).path("keyid").asText(), Base64.getDecoder().decode(signatures.get(0).path("sig").asText())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope envelope && json().equals(envelope.json());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
