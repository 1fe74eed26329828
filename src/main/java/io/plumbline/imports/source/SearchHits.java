package io.plumbline.imports.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes the envelope of Elasticsearch and OpenSearch off its documents: whole answers of a search or scroll, one hit a row, or the pairs of
 * lines of a bulk request.
 */
final class SearchHits implements RowUnwrapping.Envelope {

    private static final String SOURCE = "_source.";
    private static final String FIELDS = "fields.";

    /** Whether a row is an answer, a hit, or the action before a document. */
    @Override
    public boolean isAround(Row row) {
        Map<String, Object> fields = row.fields();
        return fields.get("hits.hits") instanceof ArrayNode || fields.containsKey("_index") && hasBelow(fields, SOURCE, FIELDS)
            || fields.containsKey("_id") && hasBelow(fields, SOURCE) || isAction(fields);
    }

    @Override
    public void unwrap(Row row, Consumer<Row> sink) {
        if (row.fields().get("hits.hits") instanceof ArrayNode hits) {
            for (JsonNode hit : hits) {
                Map<String, Object> fields = JsonFields.of(hit);
                sink.accept(new Row(row.line(), document(fields), () -> Excerpt.of(hit.toString())));
            }
        } else if (!isAction(row.fields())) {
            sink.accept(hasBelow(row.fields(), SOURCE, FIELDS) ? new Row(row.line(), document(row.fields()), row.excerpt()) : row);
        }
    }

    private static Map<String, Object> document(Map<String, Object> hit) {
        Map<String, Object> document = new LinkedHashMap<>();
        copy(hit, FIELDS, (name, value) -> document.put(name, value instanceof ArrayNode one && one.size() == 1
            ? JsonFields.plain(one.get(0)) : value));
        copy(hit, SOURCE, document::put);
        if (hit.get("_id") != null) {
            document.putIfAbsent("_id", hit.get("_id"));
        }
        return document;
    }

    private static void copy(Map<String, Object> from, String prefix, BiConsumer<String, Object> to) {
        from.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                to.accept(name.substring(prefix.length()), value);
            }
        });
    }

    private static boolean isAction(Map<String, Object> fields) {
        return !fields.isEmpty() && fields.keySet().stream().allMatch(name -> name.startsWith("index._") || name.startsWith("create._"));
    }

    private static boolean hasBelow(Map<String, Object> fields, String... prefixes) {
        return fields.keySet().stream().anyMatch(name -> {
            for (String prefix : prefixes) {
                if (name.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        });
    }
}
