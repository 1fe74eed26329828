package io.plumbline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Flags and evidence spans of a record as text columns. */
final class FlagText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FlagText() {
    }

    static String write(List<Flag> flags) {
        ArrayNode all = JSON.createArrayNode();
        for (Flag flag : flags) {
            // The certainty goes as text, so that "NaN" and every last digit come back.
            all.addArray().add(flag.kind().name()).add(flag.detector()).add(flag.version()).add(Double.toString(flag.score()))
                .add(flag.reason()).add(flag.inPrompt()).add(writeSpans(flag.evidence()));
        }
        return all.toString();
    }

    static List<Flag> read(String text) {
        try {
            List<Flag> flags = new ArrayList<>();
            for (JsonNode flag : JSON.readTree(text)) {
                flags.add(new Flag(FlagKind.valueOf(flag.get(0).asText()), flag.get(1).asText(), flag.get(2).asText(),
                    Double.parseDouble(flag.get(3).asText()), flag.get(4).asText(), flag.get(5).asBoolean(),
                    readSpans(flag.get(6).asText())));
            }
            return flags;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored flag is not JSON", e);
        }
    }

    static String writeSpans(List<TextSpan> spans) {
        StringBuilder text = new StringBuilder();
        for (TextSpan span : spans) {
            text.append(text.length() == 0 ? "" : ",").append(span.start()).append('-').append(span.end());
        }
        return text.toString();
    }

    static List<TextSpan> readSpans(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<TextSpan> spans = new ArrayList<>();
        for (String span : text.split(",")) {
            int dash = span.indexOf('-');
            spans.add(new TextSpan(Integer.parseInt(span.substring(0, dash)), Integer.parseInt(span.substring(dash + 1))));
        }
        return spans;
    }
}
