package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one JSON object, those of nested objects under names joined with dots. */
public final class JsonFields {

    private JsonFields() {
    }

    /** The fields of an object in memory; none where the node is no object. */
    public static Map<String, Object> of(JsonNode object) {
        if (!object.isObject()) {
            return Map.of();
        }
        try (JsonParser parser = ForeignJson.mapper().treeAsTokens(object)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the object that the parser stands at the beginning of. */
    static Map<String, Object> read(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        readInto(fields, "", parser);
        return fields;
    }

    private static void readInto(Map<String, Object> fields, String prefix, JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> fields.put(name, WholeCharacters.of(parser.getText()));
                case VALUE_NUMBER_INT -> fields.put(name, integer(parser));
                case VALUE_NUMBER_FLOAT -> fields.put(name, parser.getDoubleValue());
                case VALUE_TRUE -> fields.put(name, true);
                case VALUE_FALSE -> fields.put(name, false);
                case START_OBJECT -> readInto(fields, name + ".", parser);
                case START_ARRAY -> fields.put(name, parser.readValueAsTree());
                default -> fields.put(name, null);
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
