package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A record that a collector of log lines kept as JSON in a text beside its own fields: {@code {"log": "{\"prompt\": …}", "stream": …}}. The
 * record's own fields come first; the collector's stay where the record has none of that name.
 */
final class RecordInText implements RowUnwrapping.Envelope {

    private static final List<String> TEXTS = List.of("log", "message", "@message", "msg", "line", "_raw", "payload", "textPayload", "record",
        "result._raw", "body");
    /** A text of one or two fields may be what somebody asked or answered. */
    private static final int FEWEST_FIELDS = 3;

    @Override
    public boolean isAround(Row row) {
        return !held(row).isMissingNode();
    }

    @Override
    public void unwrap(Row row, Consumer<Row> sink) {
        JsonNode record = held(row);
        if (record.isMissingNode()) {
            sink.accept(row);
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>(JsonFields.of(record));
        row.fields().forEach((name, value) -> {
            if (!TEXTS.contains(name)) {
                fields.putIfAbsent(name, value);
            }
        });
        sink.accept(new Row(row.line(), fields, row.excerpt()));
    }

    private static JsonNode held(Row row) {
        for (String name : TEXTS) {
            if (row.fields().get(name) instanceof String text && text.startsWith("{") && text.stripTrailing().endsWith("}")) {
                try {
                    JsonNode record = ForeignJson.mapper().readTree(text);
                    if (record.size() >= FEWEST_FIELDS) {
                        return record;
                    }
                } catch (JsonProcessingException notJson) {
                    return MissingNode.getInstance();
                }
            }
        }
        return MissingNode.getInstance();
    }
}
