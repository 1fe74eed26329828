package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Reads single chat messages as the interfaces of the model makers write them: who speaks, and what is said. */
final class Chat {

    private static final Set<String> PART_TYPES = Set.of("text", "input_text", "output_text", "image_url", "input_image", "image",
        "input_audio", "audio", "file", "tool_use", "tool_result", "tool_call", "tool_call_response", "thinking", "reasoning", "refusal");

    private Chat() {
    }

    /** Whether a node is a message and not some other object. */
    static boolean isMessage(JsonNode node) {
        return node.isObject() && (!role(node).isEmpty())
            && (node.has("content") || node.has("parts") || node.has("kwargs") || node.has("message") || node.has("tool_calls")
                || node.has("data") || node.has("text"));
    }

    /** Who speaks: user, assistant, system, tool or another word; empty where nothing says so. */
    static String role(JsonNode message) {
        String role = text(message, "role");
        if (role.isEmpty()) {
            role = text(message.path("message"), "role");
        }
        if (role.isEmpty() && message.path("id").isArray() && !message.path("id").isEmpty()) {
            role = message.path("id").get(message.path("id").size() - 1).asText("");
        }
        if (role.isEmpty()) {
            role = text(message, "type");
        }
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "user", "human", "humanmessage", "humanmessagechunk" -> "user";
            case "assistant", "ai", "model", "aimessage", "aimessagechunk", "chatbot" -> "assistant";
            case "system", "developer", "systemmessage" -> "system";
            case "tool", "function", "toolmessage", "functionmessage" -> "tool";
            default -> text(message, "role").toLowerCase(Locale.ROOT);
        };
    }

    /** What a message says, its parts a line each; calls of tools in brackets. */
    static String content(JsonNode message) {
        for (JsonNode holder : new JsonNode[] {message, message.path("message"), message.path("kwargs"), message.path("data")}) {
            for (String field : new String[] {"content", "contents", "parts", "text"}) {
                String said = parts(holder.path(field));
                if (!said.isEmpty()) {
                    return said;
                }
            }
        }
        for (JsonNode holder : new JsonNode[] {message, message.path("message"), message.path("kwargs"),
            message.path("kwargs").path("additional_kwargs"), message.path("data")}) {
            String calls = toolCalls(holder);
            if (!calls.isEmpty()) {
                return calls;
            }
        }
        return "";
    }

    /** Text of a message's content: a text, or parts of several kinds. */
    static String parts(JsonNode content) {
        if (content.isTextual()) {
            return isWrittenParts(content.textValue()) ? parts(Fields.decoded(content)) : content.textValue();
        }
        if (content.isObject()) {
            return content.has("parts") ? parts(content.path("parts")) : part(content);
        }
        StringJoiner lines = new StringJoiner("\n");
        content.forEach(part -> {
            String said = part.isTextual() ? part.textValue() : part(part);
            if (!said.isEmpty()) {
                lines.add(said);
            }
        });
        return lines.toString();
    }

    /** Whether a text is a list of parts that an instrumentation wrote out as JSON, and not something that somebody said. */
    private static boolean isWrittenParts(String text) {
        if (!text.startsWith("[{") || !text.endsWith("}]") || !text.contains("\"type\"")) {
            return false;
        }
        JsonNode parts = Fields.decoded(TextNode.valueOf(text));
        for (JsonNode part : parts) {
            if (!part.isObject() || !PART_TYPES.contains(text(part, "type"))) {
                return false;
            }
        }
        return parts.isArray();
    }

    private static String part(JsonNode part) {
        String type = text(part, "type").toLowerCase(Locale.ROOT);
        if (type.contains("reasoning") || type.contains("thinking")) {
            return "";
        }
        if (type.contains("tool_call_response") || type.contains("tool_result") || part.has("functionResponse")) {
            return bracketed("tool result", "", first(part, "result", "response", "content", "functionResponse"));
        }
        if (type.contains("tool") || type.contains("function") || part.has("functionCall")) {
            JsonNode call = part.has("functionCall") ? part.path("functionCall") : part;
            return bracketed("tool call", text(call, "name"), first(call, "arguments", "args", "input"));
        }
        JsonNode said = first(part, "text", "content", "refusal", "value", "output_text", "input_text");
        if (said.isObject()) {
            said = first(said, "value", "text", "content");
        }
        if (said.isTextual()) {
            return said.textValue();
        }
        return said.isArray() ? parts(said) : type.isEmpty() ? "" : "[" + type + "]";
    }

    private static String toolCalls(JsonNode holder) {
        StringJoiner lines = new StringJoiner("\n");
        holder.path("tool_calls").forEach(call -> {
            JsonNode function = call.has("function") ? call.path("function") : call;
            lines.add(bracketed("tool call", text(function, "name"), first(function, "arguments", "args", "input")));
        });
        JsonNode function = holder.path("function_call");
        if (function.isObject()) {
            lines.add(bracketed("tool call", text(function, "name"), first(function, "arguments")));
        }
        return lines.toString();
    }

    private static String bracketed(String what, String name, JsonNode value) {
        String said = value.isMissingNode() || value.isNull() ? "" : value.isTextual() ? value.textValue() : value.toString();
        return "[" + String.join(" ", Stream.of(what, name, said).filter(word -> !word.isEmpty()).toList()) + "]";
    }

    /** The first of these fields that is there and not null; missing where none is. */
    static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                return value;
            }
        }
        return node.path("\u0000");
    }

    /** The first of these fields that is a plain value, as text; empty where none is. */
    static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return "";
    }
}
