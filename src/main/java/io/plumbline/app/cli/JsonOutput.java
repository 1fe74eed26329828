package io.plumbline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.Option;

/**
 * The {@code --json} switch and what it prints: one document on standard output. Numbers that do not exist (NaN, infinite) are printed as
 * null, because JSON has no other word for them. Include with {@code @Mixin}.
 */
public final class JsonOutput {

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean wanted;

    public boolean wanted() {
        return wanted;
    }

    public ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public void print(PrintWriter out, ObjectNode document) {
        try {
            out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a number, or null where it is none. */
    public static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
