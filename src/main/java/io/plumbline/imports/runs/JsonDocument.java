package io.plumbline.imports.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import io.plumbline.imports.source.TornFileException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file that is one JSON document. */
public final class JsonDocument {

    private JsonDocument() {
    }

    public static JsonNode read(SourceFile file, ReadingProgress progress) throws IOException {
        try (InputStream in = file.open(progress)) {
            return ForeignJson.document(in);
        } catch (JsonProcessingException e) {
            throw broken(file, e);
        } catch (TornFileException e) {
            throw new InputException(file.name() + " is compressed and breaks off in the middle. Get the file anew.", e);
        }
    }

    public static InputException broken(SourceFile file, JsonProcessingException e) {
        return new InputException(file.name() + ForeignJson.place(e) + ForeignJson.problem(e) + ". Mend the file or export it anew.", e);
    }

    /** Text of a field; empty where it is missing, null or no plain value. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
