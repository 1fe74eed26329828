package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON as other tools write it: NaN and Infinity tokens are read, since Python writes them; depth, length of texts and numbers are
 * limited, since the file may be hostile.
 */
public final class ForeignJson {

    /** Longest text of one field, in characters. */
    public static final int LONGEST_TEXT = 64 << 20;
    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(400)
            .maxStringLength(LONGEST_TEXT).maxNameLength(10_000).build())
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private ForeignJson() {
    }

    public static JsonFactory factory() {
        return FACTORY;
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Reads a document that ends where its outermost value ends. */
    public static JsonNode document(InputStream in) throws IOException {
        return MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).readTree(in);
    }

    /** Where in a file a piece of JSON is wrong, between the file's name and what is wrong; the parser does not always know. */
    public static String place(JsonProcessingException e) {
        return e.getLocation() == null ? " " : ", line " + e.getLocation().getLineNr() + ", ";
    }

    /** What is wrong with a piece of JSON, as the end of a sentence that begins with its place. */
    public static String problem(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "is nested too deeply or holds a text or number that is too long to be a record";
        }
        if (e instanceof JsonEOFException) {
            return "breaks off in the middle of the record";
        }
        String message = e.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate field")) {
            return "holds the same field twice";
        }
        if (message != null && message.contains("UTF-8")) {
            return "holds bytes that are not UTF-8 text";
        }
        return "is not valid JSON";
    }
}
