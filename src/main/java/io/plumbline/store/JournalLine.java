package io.plumbline.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plumbline.domain.JournalEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One line of the journal: a JSON object in ASCII without white space, members in the order seq, time, actor, kind, subject, payload, prev,
 * hash, maps of the payload sorted by key. The hash is the SHA-256 of the line's bytes with the last member left out, so that anyone can
 * check it without this program: cut {@code ,"hash":"…"} out of the line and hash the rest.
 */
final class JournalLine {

    static final String NO_HASH = "0".repeat(64);
    private static final String HASH_MEMBER = ",\"hash\":\"";
    private static final int TAIL = HASH_MEMBER.length() + 64 + 2;
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() { };
    /** Escapes everything outside ASCII: hostile text in a label can't disturb a terminal, and half surrogates survive. */
    private static final ObjectMapper JSON = JsonMapper.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private JournalLine() {
    }

    /** The line without its line feed. */
    static byte[] write(long sequence, Instant time, String actor, String kind, String subject, Map<String, Object> payload,
                        String previousHash) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seq", sequence);
        members.put("time", time.toString());
        members.put("actor", actor);
        members.put("kind", kind);
        members.put("subject", subject);
        members.put("payload", canonical("payload", payload));
        members.put("prev", previousHash);
        try {
            String body = JSON.writeValueAsString(members);
            String hash = sha256(body.getBytes(StandardCharsets.US_ASCII));
            return (body.substring(0, body.length() - 1) + HASH_MEMBER + hash + "\"}").getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this decision can't be written as JSON", e);
        }
    }

    /** Reads a line and checks its own hash; where it stands in the chain is the reader's matter. */
    static JournalEntry read(byte[] line) throws Broken {
        Map<String, Object> members;
        try {
            members = JSON.readValue(line, OBJECT);
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
            return new JournalEntry(((Number) members.get("seq")).longValue(), Instant.parse((String) members.get("time")),
                (String) members.get("actor"), (String) members.get("kind"), (String) members.get("subject"),
                payload(members.get("payload")), (String) members.get("prev"), hash);
        } catch (ClassCastException | NullPointerException | DateTimeException e) {
            throw new Broken("a member is missing or of the wrong type", false);
        }
    }

    static String payloadText(Map<String, Object> payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> payload(String text) {
        try {
            return JSON.readValue(text, OBJECT);
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
}
