package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one JSON object, those of nested objects under names joined with dots. */
public final class JsonFields {

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private String twice;

    private JsonFields() {
    }

    /** The fields of an object in memory; none where the node is no object. */
    public static Map<String, Object> of(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        addTo(fields, "", object);
        return fields;
    }

    /** A plain value as rows hold it; null where the node holds none. */
    public static Object plain(JsonNode value) {
        if (value.isTextual()) {
            return WholeCharacters.of(value.textValue());
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : value.isBoolean() ? (Object) value.booleanValue() : null;
    }

    /**
     * Reads the object that the parser stands at the beginning of.
     *
     * @throws DuplicateFieldException where it gives a field twice; the parser then stands behind it all the same
     */
    static Map<String, Object> read(JsonParser parser) throws IOException {
        JsonFields reading = new JsonFields();
        reading.readInto("", parser);
        if (reading.twice != null) {
            throw new DuplicateFieldException(reading.twice);
        }
        return reading.fields;
    }

    private void readInto(String prefix, JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> put(name, WholeCharacters.of(parser.getText()));
                case VALUE_NUMBER_INT -> put(name, integer(parser));
                case VALUE_NUMBER_FLOAT -> put(name, parser.getDoubleValue());
                case VALUE_TRUE -> put(name, true);
                case VALUE_FALSE -> put(name, false);
                case START_OBJECT -> readInto(name + ".", parser);
                case START_ARRAY -> put(name, parser.readValueAsTree());
                default -> put(name, null);
            }
        }
    }

    private void put(String name, Object value) {
        if (fields.put(name, value) != null) {
            twice = name;
        }
    }

    private static void addTo(Map<String, Object> fields, String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                addTo(fields, prefix + field.getKey() + ".", value);
            } else {
                fields.put(prefix + field.getKey(), value.isArray() ? value : plain(value));
            }
        }
    }

    private static Object integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            default -> parser.getDoubleValue();
        };
    }
}
