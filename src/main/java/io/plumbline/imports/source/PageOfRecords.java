package io.plumbline.imports.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One answer of a web interface in one line: a list of records with little around it, as {@code {"data": […], "next_cursor": null}}. What
 * looks like a record itself, with a time or a text of its own, is no page.
 */
final class PageOfRecords implements RowUnwrapping.Envelope {

    private static final List<String> LISTS = List.of("data", "runs", "logs", "records", "rows", "items", "requests", "spans", "traces", "result",
        "results.rows");
    private static final Set<String> OF_A_RECORD = Set.of("timestamp", "ts", "time", "@timestamp", "created_at", "start_time", "startTime",
        "prompt", "input", "output", "messages", "request", "response", "completion", "trace_id", "traceId", "model", "session_id", "user_id");

    @Override
    public boolean isAround(Row row) {
        return list(row.fields()).isPresent();
    }

    @Override
    public void unwrap(Row row, Consumer<Row> sink) {
        Optional<ArrayNode> list = list(row.fields());
        if (list.isEmpty()) {
            sink.accept(row);
            return;
        }
        for (JsonNode each : list.get()) {
            if (each.isObject()) {
                sink.accept(new Row(row.line(), JsonFields.of(each), () -> Excerpt.of(each.toString())));
            }
        }
    }

    private static Optional<ArrayNode> list(Map<String, Object> fields) {
        if (fields.keySet().stream().anyMatch(OF_A_RECORD::contains)) {
            return Optional.empty();
        }
        return LISTS.stream().map(fields::get).filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast)
            .filter(list -> list.path(0).isObject()).findFirst();
    }
}
