package io.plumbline.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plumbline.domain.JournalEntry;
import io.plumbline.keys.Signer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One line of the journal: a JSON object in ASCII without white space, members in the order seq, time, clock, actor, kind, subject, payload,
 * prev, device, key, sig, hash, maps of the payload sorted by key. The hash is the SHA-256 of the line's bytes with the last member left out,
 * so that anyone can check it without this program: cut {@code ,"hash":"…"} out of the line and hash the rest. The signature is Ed25519 over
 * {@link #SIGNED}, a line feed, and the line's bytes without sig and hash. Lines of earlier versions have no key and no sig.
 */
final class JournalLine {

    static final String NO_HASH = "0".repeat(64);
    /** What a signature of a line begins with, so that it can't pass for a signature of anything else. */
    static final String SIGNED = "plumbline journal line 1";
    private static final String SIGNATURE_MEMBER = ",\"sig\":\"";
    private static final int SIGNATURE_LENGTH = 88;
    private static final int SIGNATURE_TAIL = SIGNATURE_MEMBER.length() + SIGNATURE_LENGTH + 2;
    private static final String HASH_MEMBER = ",\"hash\":\"";
    private static final int TAIL = HASH_MEMBER.length() + 64 + 2;
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() { };
    private JournalLine() {
    }

    /** The line without its line feed. */
    static byte[] write(Draft draft, long sequence, Stamp stamp, String previousHash, Signature signature) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seq", sequence);
        members.put("time", stamp.time().toString());
        stamp.clock().ifPresent(clock -> members.put("clock", clock.toString()));
        members.put("actor", draft.actor());
        members.put("kind", draft.kind());
        members.put("subject", draft.subject());
        members.put("payload", canonical("payload", draft.payload()));
        members.put("prev", previousHash);
        if (signature.firstOfDevice()) {
            members.put("device", signature.signer().publicKey().base64());
        }
        members.put("key", signature.signer().publicKey().fingerprint());
        try {
            String body = Json.MAPPER.writeValueAsString(members);
            byte[] sealed = signature.signer().sign(signedBytes(body.getBytes(StandardCharsets.US_ASCII)));
            String signed = body.substring(0, body.length() - 1) + SIGNATURE_MEMBER + Base64.getEncoder().encodeToString(sealed) + "\"";
            String hash = sha256((signed + "}").getBytes(StandardCharsets.US_ASCII));
            return (signed + HASH_MEMBER + hash + "\"}").getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this decision can't be written as JSON", e);
        }
    }

    /** Reads a line and checks its own hash; where it stands in the chain, and who signed it, is the reader's matter. */
    static SignedLine read(byte[] line) throws Broken {
        Map<String, Object> members;
        try {
            members = Json.MAPPER.readValue(line, OBJECT);
        } catch (IOException e) {
            throw new Broken("it is not a JSON object", true);
        }
        try {
            String hash = (String) members.get("hash");
            if (line.length <= TAIL || !endsWithHash(line, hash)) {
                throw new Broken("its last member is not a hash", false);
            }
            byte[] body = Arrays.copyOf(line, line.length - TAIL + 1);
            body[body.length - 1] = '}';
            if (!sha256(body).equals(hash)) {
                throw new Broken("its content does not match its hash: it was changed after it was written", false);
            }
            String key = members.get("key") == null ? "" : (String) members.get("key");
            JournalEntry entry = new JournalEntry(((Number) members.get("seq")).longValue(), Instant.parse((String) members.get("time")),
                (String) members.get("actor"), (String) members.get("kind"), (String) members.get("subject"),
                payload(members.get("payload")), (String) members.get("prev"), hash, key);
            Optional<Instant> clock = Optional.ofNullable((String) members.get("clock")).map(Instant::parse);
            Optional<String> device = Optional.ofNullable((String) members.get("device"));
            return new SignedLine(entry, clock, device, key.isEmpty() ? new byte[0] : withoutSignature(body),
                key.isEmpty() ? new byte[0] : signature(body, (String) members.get("sig")));
        } catch (ClassCastException | NullPointerException | DateTimeException | IllegalArgumentException e) {
            throw new Broken("a member is missing or of the wrong type", false);
        }
    }

    /** The bytes that a signature of a line is over. */
    private static byte[] signedBytes(byte[] body) {
        byte[] prefix = (SIGNED + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, all, prefix.length, body.length);
        return all;
    }

    private static byte[] withoutSignature(byte[] body) {
        byte[] rest = Arrays.copyOf(body, body.length - SIGNATURE_TAIL + 1);
        rest[rest.length - 1] = '}';
        return signedBytes(rest);
    }

    private static byte[] signature(byte[] body, String base64) throws Broken {
        String tail = new String(body, body.length - SIGNATURE_TAIL, SIGNATURE_TAIL, StandardCharsets.ISO_8859_1);
        if (!tail.equals(SIGNATURE_MEMBER + base64 + "\"}")) {
            throw new Broken("its signature is not where it must be", false);
        }
        return Base64.getDecoder().decode(base64);
    }

    static String payloadText(Map<String, Object> payload) {
        try {
            return Json.MAPPER.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> payload(String text) {
        try {
            return Json.MAPPER.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored decision is not JSON", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static boolean endsWithHash(byte[] line, String hash) {
        String tail = new String(line, line.length - TAIL, TAIL, StandardCharsets.ISO_8859_1);
        return tail.equals(HASH_MEMBER + hash + "\"}");
    }

    private static Object canonical(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put((String) key, canonical(name + "." + key, member)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(member -> canonical(name + "[]", member)).collect(Collectors.toList());
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(name + " is not a finite number; leave it out instead");
            }
            return BigDecimal.valueOf(number);
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long
            || value instanceof BigDecimal || value instanceof BigInteger) {
            return value;
        }
        throw new IllegalArgumentException(name + " is neither text, number, boolean, list nor map but "
            + (value == null ? "null" : value.getClass().getName()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What is to be written, before it has a place. */
    record Draft(String actor, String kind, String subject, Map<String, Object> payload) {
    }

    /**
     * When a line was written.
     *
     * @param time  never before that of the line before
     * @param clock what the clock said, where it said an earlier time
     */
    record Stamp(Instant time, Optional<Instant> clock) {
    }

    /**
     * Who signs a line.
     *
     * @param firstOfDevice true where it is a device's key that no line has shown yet
     */
    record Signature(Signer signer, boolean firstOfDevice) {
    }

    /** A line that can't be what was written. */
    static final class Broken extends Exception {
        private final boolean unreadable;

        Broken(String reason, boolean unreadable) {
            super(reason);
            this.unreadable = unreadable;
        }

        /** True where the line is not even JSON, as after a crash; false where someone changed it. */
        boolean unreadable() {
            return unreadable;
        }
    }

    /** Built when a line is first read or written; a journal may have none. */
    private static final class Json {

        /** Escapes everything outside ASCII: hostile text in a label can't disturb a terminal, and half surrogates survive. */
        static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    }
}
