package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one JSON object, those of nested objects under names joined with dots. */
final class JsonFields {

    private JsonFields() {
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
                case VALUE_STRING -> fields.put(name, wholeCharacters(parser.getText()));
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

    /**
     * Half a surrogate pair, as a response cut in the middle of an emoji leaves it, becomes the replacement character: the record is kept,
     * and no text that isn't text reaches database, screen or report.
     */
    static String wholeCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return replaceHalves(text);
                }
            }
        }
        return text;
    }

    private static String replaceHalves(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }
}
