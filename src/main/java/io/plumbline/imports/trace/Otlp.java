package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.imports.source.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Spans and log records out of the JSON encoding of OTLP. Names come in camel case as the encoding demands, and in snake case as some
 * exporters write them; 64-bit integers as numbers or texts; attributes as typed lists, or as plain objects.
 */
final class Otlp {

    private Otlp() {
    }

    static void spans(JsonNode resourceSpans, Consumer<Span> each) {
        for (JsonNode resource : resourceSpans) {
            Map<String, Object> shared = attributes(resource.path("resource").path("attributes"));
            for (JsonNode scope : Chat.first(resource, "scopeSpans", "scope_spans", "instrumentationLibrarySpans")) {
                for (JsonNode span : scope.path("spans")) {
                    each.accept(span(span, shared));
                }
            }
        }
    }

    /** The events that were exported as log records; each with the ids of its span in {@code traceId} and {@code spanId}. */
    static void logRecords(JsonNode resourceLogs, Consumer<Span> each) {
        for (JsonNode resource : resourceLogs) {
            Map<String, Object> shared = attributes(resource.path("resource").path("attributes"));
            for (JsonNode scope : Chat.first(resource, "scopeLogs", "scope_logs", "instrumentationLibraryLogs")) {
                for (JsonNode log : Chat.first(scope, "logRecords", "log_records", "logs")) {
                    each.accept(logRecord(log, shared));
                }
            }
        }
    }

    private static Span span(JsonNode span, Map<String, Object> shared) {
        List<Span.Event> events = new ArrayList<>();
        for (JsonNode event : span.path("events")) {
            events.add(event(Chat.text(event, "name"), attributes(event.path("attributes"))));
        }
        JsonNode status = span.path("status");
        String code = Chat.text(status, "code", "statusCode", "status_code");
        boolean failed = code.equals("2") || code.toUpperCase(Locale.ROOT).endsWith("ERROR");
        String message = Chat.text(status, "message", "description");
        return new Span(Chat.text(span, "traceId", "trace_id"), Chat.text(span, "spanId", "span_id"), Chat.text(span, "name"),
            JsonFields.plain(Chat.first(span, "startTimeUnixNano", "start_time_unix_nano")), JsonFields.plain(Chat.first(span,
            "endTimeUnixNano",
            "end_time_unix_nano")), failed ? message.isEmpty() ? "status error" : message : "", withShared(span, shared), events);
    }

    private static Span logRecord(JsonNode log, Map<String, Object> shared) {
        Fields attributes = withShared(log, shared);
        JsonNode body = value(log.path("body"));
        String name = Chat.text(log, "eventName", "event_name");
        Map<String, Object> own = attributes(log.path("attributes"));
        if (body.isObject()) {
            JsonFields.of(body).forEach((field, value) -> own.put("body." + field, value));
        } else {
            own.put("body", body.isValueNode() ? JsonFields.plain(body) : body);
        }
        Span.Event event = event(name.isEmpty() ? attributes.text("event.name", "name") : name, own);
        Object time = JsonFields.plain(Chat.first(log, "timeUnixNano", "time_unix_nano", "observedTimeUnixNano",
            "observed_time_unix_nano"));
        return new Span(Chat.text(log, "traceId", "trace_id"), Chat.text(log, "spanId", "span_id"), event.name(), time, null, "",
            attributes,
            List.of(event));
    }

    /** An event whose attributes hold its name too. */
    static Span.Event event(String name, Map<String, Object> attributes) {
        attributes.put("event.name", name);
        return new Span.Event(name, new Fields(attributes).expand("body"));
    }

    private static Fields withShared(JsonNode node, Map<String, Object> shared) {
        Map<String, Object> all = new LinkedHashMap<>(shared);
        all.putAll(attributes(node.path("attributes")));
        Fields fields = new Fields(all);
        shared.keySet().forEach(fields::ignore);
        return fields;
    }

    /** Attributes by their names, without their types. */
    static Map<String, Object> attributes(JsonNode attributes) {
        if (attributes.isObject()) {
            return new LinkedHashMap<>(JsonFields.of(attributes));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (JsonNode attribute : attributes) {
            JsonNode value = value(attribute.path("value"));
            values.put(Chat.text(attribute, "key"), value.isValueNode() ? JsonFields.plain(value) : value);
        }
        return values;
    }

    /** A value without its type. */
    private static JsonNode value(JsonNode typed) {
        if (!typed.isObject()) {
            return typed;
        }
        for (Map.Entry<String, JsonNode> entry : typed.properties()) {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "stringValue", "boolValue", "doubleValue", "bytesValue", "string_value", "bool_value", "double_value",
                    "bytes_value" -> {
                    return value;
                }
                case "intValue", "int_value" -> {
                    return value.isTextual() ? integer(value) : value;
                }
                case "arrayValue", "array_value" -> {
                    ArrayNode array = JsonNodeFactory.instance.arrayNode();
                    value.path("values").forEach(each -> array.add(value(each)));
                    return array;
                }
                case "kvlistValue", "kvlist_value" -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    value.path("values").forEach(each -> object.set(Chat.text(each, "key"), value(each.path("value"))));
                    return object;
                }
                default -> {
                    return typed;
                }
            }
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private static JsonNode integer(JsonNode text) {
        try {
            return LongNode.valueOf(Long.parseLong(text.textValue().strip()));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
