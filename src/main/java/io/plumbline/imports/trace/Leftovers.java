package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * Fields that no format fixes but that people add to their traces under names that can only mean one thing, such as {@code
 * metadata.category}. Used only where they stand alone and hold what the name promises.
 */
final class Leftovers {

    private static final Map<String, LogField> NAMES = Map.ofEntries(Map.entry("category", LogField.CATEGORY),
        Map.entry("harm_category", LogField.CATEGORY), Map.entry("topic", LogField.TOPIC), Map.entry("canary", LogField.CANARY),
        Map.entry("canary_type", LogField.CANARY), Map.entry("is_canary", LogField.CANARY), Map.entry("sampling_p",
        LogField.SAMPLING_PROBABILITY),
        Map.entry("sampling_probability", LogField.SAMPLING_PROBABILITY), Map.entry("inclusion_probability", LogField.SAMPLING_PROBABILITY),
        Map.entry("lang", LogField.LANGUAGE), Map.entry("language", LogField.LANGUAGE), Map.entry("toxicity", LogField.TOXICITY),
        Map.entry("toxicity_score", LogField.TOXICITY), Map.entry("refused", LogField.REFUSED), Map.entry("is_refusal", LogField.REFUSED),
        Map.entry("user_feedback", LogField.FEEDBACK), Map.entry("feedback", LogField.FEEDBACK), Map.entry("turn", LogField.TURN),
        Map.entry("turn_index", LogField.TURN), Map.entry("detector_version", LogField.DETECTOR_VERSION),
        Map.entry("context", LogField.CONTEXT), Map.entry("context_hash", LogField.CONTEXT), Map.entry("prompt_version", LogField.CONTEXT),
        Map.entry("system_prompt_hash", LogField.CONTEXT), Map.entry("session_id", LogField.SESSION),
        Map.entry("conversation_id", LogField.SESSION), Map.entry("thread_id", LogField.SESSION), Map.entry("user_id", LogField.USER));

    private static final int LONGEST_NAME = 200;

    private Leftovers() {
    }

    /** Moves what can be used of the unread fields into the exchange. */
    static void use(Fields fields, Exchange exchange) {
        for (String name : fields.unread()) {
            LogField field = NAMES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
            if (field == null || exchange.has(field)) {
                continue;
            }
            boolean used = switch (field) {
                case TOXICITY, REFUSED, FEEDBACK -> score(field, fields.tree(name), exchange);
                case SAMPLING_PROBABILITY -> between(fields, name, exchange);
                default -> {
                    String text = fields.text(name);
                    exchange.set(field, text.length() > LONGEST_NAME ? "" : text);
                    yield exchange.has(field);
                }
            };
            if (!used) {
                fields.notUsed(name);
            }
        }
    }

    private static boolean score(LogField field, JsonNode value, Exchange exchange) {
        String name = field == LogField.TOXICITY ? "toxicity" : field == LogField.REFUSED ? "refused" : "feedback";
        return Score.of(name, value, "").applyTo(exchange);
    }

    private static boolean between(Fields fields, String name, Exchange exchange) {
        double p = fields.number(name).orElse(Double.NaN);
        if (p > 0 && p <= 1) {
            exchange.set(LogField.SAMPLING_PROBABILITY, p);
            return true;
        }
        return false;
    }
}
