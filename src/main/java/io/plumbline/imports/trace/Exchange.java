package io.plumbline.imports.trace;

import io.plumbline.imports.source.Timestamps;
import io.plumbline.imports.source.WholeCharacters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One call of a model, as far as it has been read. What is empty stays unset, so that a later source may still say it. */
final class Exchange {

    private static final int ID_BYTES = 12;
    /** A log has few system prompts, and people read their names. */
    private static final int CONTEXT_BYTES = 5;

    private final Map<String, Object> values = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private String failure = "";

    /** Sets a field where it is unset and the value is something. */
    Exchange set(LogField field, Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            values.putIfAbsent(field.column(), value instanceof String text ? WholeCharacters.of(text) : value);
        }
        return this;
    }

    Exchange set(LogField field, OptionalDouble value) {
        return value.isPresent() ? set(field, value.getAsDouble()) : this;
    }

    Exchange set(LogField field, Optional<?> value) {
        return value.isPresent() ? set(field, value.get()) : this;
    }

    /** Another name of this call, under which scores may speak of it. */
    Exchange named(String id) {
        if (!id.isEmpty()) {
            names.add(id);
        }
        return this;
    }

    Exchange asked(Asked asked) {
        set(LogField.PROMPT, asked.prompt());
        if (asked.turn() > 0) {
            set(LogField.TURN, (long) asked.turn());
        }
        return asked.system().isEmpty() ? this : set(LogField.CONTEXT, hash("prompt-", asked.system(), CONTEXT_BYTES));
    }

    Exchange answered(Answered answered) {
        set(LogField.RESPONSE, answered.text()).set(LogField.FINISH_REASON, answered.finishReason());
        return set(LogField.REFUSED, answered.refused());
    }

    /** When it began and ended; the latency is what lies between, where the source does not say it itself. */
    Exchange between(Object start, Object end) {
        set(LogField.TIME, start);
        Optional<Instant> from = Timestamps.read(start);
        Optional<Instant> to = Timestamps.read(end);
        if (from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())) {
            set(LogField.LATENCY_MILLIS, Duration.between(from.get(), to.get()).toNanos() / 1e6);
        }
        return this;
    }

    /** The call failed; where it brought no answer, it is no record. */
    Exchange failed(String reason) {
        failure = reason;
        return this;
    }

    boolean has(LogField field) {
        return values.containsKey(field.column());
    }

    List<String> names() {
        return names;
    }

    /** Why there is no answer to measure; empty where there is one, or where nothing failed. */
    Optional<String> failure() {
        return failure.isEmpty() || has(LogField.RESPONSE) ? Optional.empty() : Optional.of(failure);
    }

    /** The columns of its row. What has no id of its own is named by its content, so that it is recognised when it comes again. */
    Map<String, Object> row() {
        if (!has(LogField.ID)) {
            StringBuilder content = new StringBuilder();
            for (LogField field : LogField.values()) {
                if (field != LogField.USER) {
                    content.append(values.get(field.column())).append('\u0000');
                }
            }
            values.put(LogField.ID.column(), hash("h", content.toString(), ID_BYTES));
        }
        return values;
    }

    private static String hash(String prefix, String text, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
