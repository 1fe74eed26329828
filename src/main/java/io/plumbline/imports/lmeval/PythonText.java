package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Writes values as Python's {@code str} and {@code json.dumps(…, indent=2, ensure_ascii=False)} do, as lm-evaluation-harness does before it
 * hashes them. Values that the two languages write differently, which are fractions, can't be written; there is no text for them.
 */
final class PythonText {

    private PythonText() {
    }

    /** {@code str(value)}. */
    static Optional<String> of(JsonNode value) {
        if (value.isTextual()) {
            return Optional.of(value.asText());
        }
        if (value.isIntegralNumber()) {
            return Optional.of(value.asText());
        }
        if (value.isBoolean()) {
            return Optional.of(value.asBoolean() ? "True" : "False");
        }
        return value.isNull() ? Optional.of("None") : Optional.empty();
    }

    /** {@code json.dumps(value, indent=2, ensure_ascii=False)}. */
    static Optional<String> json(JsonNode value) {
        if (holdsFraction(value)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        write(value, 0, text);
        return Optional.of(text.toString());
    }

    private static boolean holdsFraction(JsonNode value) {
        if (value.isNumber()) {
            return !value.isIntegralNumber();
        }
        for (JsonNode part : value) {
            if (holdsFraction(part)) {
                return true;
            }
        }
        return false;
    }

    private static void write(JsonNode value, int depth, StringBuilder text) {
        if (value.isObject()) {
            Iterator<Map.Entry<String, JsonNode>> fields = value.fields();
            text.append('{');
            for (boolean first = true; fields.hasNext(); first = false) {
                Map.Entry<String, JsonNode> field = fields.next();
                newLine(first ? "" : ",", depth + 1, text);
                quote(field.getKey(), text);
                text.append(": ");
                write(field.getValue(), depth + 1, text);
            }
            close(value, depth, '}', text);
        } else if (value.isArray()) {
            text.append('[');
            for (int i = 0; i < value.size(); i++) {
                newLine(i == 0 ? "" : ",", depth + 1, text);
                write(value.get(i), depth + 1, text);
            }
            close(value, depth, ']', text);
        } else if (value.isTextual()) {
            quote(value.asText(), text);
        } else {
            text.append(value.asText());
        }
    }

    private static void close(JsonNode value, int depth, char bracket, StringBuilder text) {
        if (!value.isEmpty()) {
            newLine("", depth, text);
        }
        text.append(bracket);
    }

    private static void newLine(String before, int depth, StringBuilder text) {
        text.append(before).append('\n').append("  ".repeat(depth));
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
