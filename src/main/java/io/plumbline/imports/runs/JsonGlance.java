package io.plumbline.imports.runs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;

/** Looks at one value deep in a JSON document, for formats that their outermost fields alone don't give away. */
public final class JsonGlance {

    /** Stands for the first field, whatever its name. */
    public static final String FIRST = "*";

    private JsonGlance() {
    }

    /** The first element of the array at this path of field names; missing where there is none or the document is broken before it. */
    public static JsonNode firstOf(SourceFile file, String... path) {
        try (InputStream in = file.open(ReadingProgress.unwatched()); JsonParser parser = ForeignJson.factory().createParser(in)) {
            JsonToken token = parser.nextToken();
            for (String step : path) {
                if (token != JsonToken.START_OBJECT || !find(parser, step)) {
                    return MissingNode.getInstance();
                }
                token = parser.currentToken();
            }
            if (token != JsonToken.START_ARRAY || parser.nextToken() == JsonToken.END_ARRAY) {
                return MissingNode.getInstance();
            }
            JsonNode first = ForeignJson.mapper().readTree(parser);
            return first == null ? MissingNode.getInstance() : first;
        } catch (IOException | InputException broken) {
            return MissingNode.getInstance();
        }
    }

    /** Goes to the value of a field of the object that the parser stands at the beginning of. */
    private static boolean find(JsonParser parser, String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = name.equals(FIRST) || parser.currentName().equals(name);
            parser.nextToken();
            if (wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
