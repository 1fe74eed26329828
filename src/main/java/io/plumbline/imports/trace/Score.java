package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person or a judge said of a call.
 *
 * @param name  what was judged
 * @param value the number, empty where there is none
 * @param label the word, empty where there is none
 */
record Score(String name, OptionalDouble value, String label) {

    static Score of(String name, JsonNode value, String label) {
        if (value.isBoolean()) {
            return new Score(name, OptionalDouble.of(value.booleanValue() ? 1 : 0), label.isEmpty() ? value.asText() : label);
        }
        if (value.isNumber()) {
            return new Score(name, OptionalDouble.of(value.doubleValue()), label);
        }
        return new Score(name, number(value.asText("")), label.isEmpty() ? value.asText("") : label);
    }

    /**
     * Lets the exchange have it where its name says what it is.
     *
     * @return whether it was used
     */
    boolean applyTo(Exchange exchange) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (plain.contains("toxic")) {
            boolean fits = value.isPresent() && value.getAsDouble() >= 0 && value.getAsDouble() <= 1;
            return fits && set(exchange, LogField.TOXICITY, Optional.of(value.getAsDouble()));
        }
        if (plain.contains("refus")) {
            return set(exchange, LogField.REFUSED, truth());
        }
        if (plain.contains("feedback") || plain.contains("thumb") || plain.equals("userscore") || plain.equals("userrating")) {
            return set(exchange, LogField.FEEDBACK, direction());
        }
        boolean worded = !label.isEmpty() && number(label).isEmpty();
        return switch (plain) {
            case "category", "harmcategory", "hazard", "hazardcategory", "safetycategory", "riskcategory" ->
                worded && set(exchange, LogField.CATEGORY, Optional.of(label));
            case "topic" -> worded && set(exchange, LogField.TOPIC, Optional.of(label));
            case "language" -> worded && set(exchange, LogField.LANGUAGE, Optional.of(label));
            default -> false;
        };
    }

    private static boolean set(Exchange exchange, LogField field, Optional<?> value) {
        exchange.set(field, value);
        return value.isPresent();
    }

    /** Yes or no; empty where a number lies between or a word is neither. */
    private Optional<Boolean> truth() {
        if (value.isPresent()) {
            return value.getAsDouble() == 1 ? Optional.of(true) : value.getAsDouble() == 0 ? Optional.of(false) : Optional.empty();
        }
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "refused", "refusal", "full_refusal" -> Optional.of(true);
            case "false", "no", "complied", "answered", "compliance", "not_refused" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A thumb up or down: 1, and 0 or −1. A rating on any other scale is no thumb. */
    private Optional<String> direction() {
        if (value.isPresent()) {
            double number = value.getAsDouble();
            return number == 1 ? Optional.of("up") : number == 0 || number == -1 ? Optional.of("down") : Optional.empty();
        }
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "up", "thumbs_up", "thumbs-up", "thumbsup", "positive", "like", "good", "👍", "true" -> Optional.of("up");
            case "down", "thumbs_down", "thumbs-down", "thumbsdown", "negative", "dislike", "bad", "👎", "false" -> Optional.of("down");
            default -> Optional.empty();
        };
    }

    private static OptionalDouble number(String text) {
        try {
            double number = text.isBlank() ? Double.NaN : Double.parseDouble(text.strip());
            return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
