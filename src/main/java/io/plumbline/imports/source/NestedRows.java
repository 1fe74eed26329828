package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The records in a JSON document, which stand in an array somewhere below its root: the hits of a search, the page of an interface, the
 * spans of a trace. They are read one by one, so a document may be larger than the memory. A document without such an array is one record.
 */
public final class NestedRows implements RowSource {

    private static final int BATCH = 200;
    /** Arrays whose elements hold further arrays. */
    private static final Set<String> BETWEEN = Set.of("resourceSpans", "resource_spans", "resourceLogs", "resource_logs", "scopeSpans",
        "scope_spans", "scopeLogs", "scope_logs", "instrumentationLibrarySpans");
    private static final Set<String> WITHIN_SCOPES = Set.of("spans", "logRecords", "log_records");
    private static final Set<String> AT_ROOT = Set.of("data", "runs", "logs", "records", "rows", "items", "requests", "spans", "traces");

    private final Allowance allowance;
    private final JsonParser parser;
    private final Deque<Level> levels = new ArrayDeque<>();
    private long record;
    private boolean nested;
    private boolean ended;
    private IOException damage;

    /** Part of the document that is being read: an object with what it said so far, or an array of records. */
    private record Level(String name, ObjectNode said) {

        boolean isArray() {
            return said == null;
        }
    }

    public NestedRows(InputStream in) throws IOException {
        allowance = new Allowance(in);
        parser = ForeignJson.factory().createParser(allowance);
        parser.setCodec(ForeignJson.mapper());
        parser.enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            levels.push(new Level("", JsonNodeFactory.instance.objectNode()));
        }
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        if (damage != null) {
            throw damage;
        }
        List<Row> batch = new ArrayList<>();
        try {
            while (!ended && batch.size() < BATCH) {
                step(batch);
            }
        } catch (IOException e) {
            damage = e;
        }
        return batch.isEmpty() ? damage == null ? Optional.empty() : next() : Optional.of(sink -> batch.forEach(sink::row));
    }

    @Override
    public long line() {
        return record;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Whether an array of records was met; where there is none, the document was one record itself. */
    boolean isNested() {
        return nested;
    }

    private void step(List<Row> batch) throws IOException {
        allowance.renew();
        Level level = levels.peek();
        JsonToken token = level == null ? null : parser.nextToken();
        if (token == null) {
            ended = true;
        } else if (level.isArray()) {
            element(level, token, batch);
        } else if (token == JsonToken.END_OBJECT) {
            levels.pop();
            if (levels.isEmpty() && !nested && !level.said.isEmpty()) {
                batch.add(row(JsonFields.of(level.said)));
            }
        } else {
            field(level);
        }
    }

    private void field(Level level) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY && isContainer(level, name)) {
            nested = true;
            levels.push(new Level(name, null));
        } else if (value == JsonToken.START_OBJECT && name.equals("hits") && levels.size() == 1) {
            levels.push(new Level(name, JsonNodeFactory.instance.objectNode()));
        } else {
            level.said.set(name, parser.readValueAsTree());
        }
    }

    private boolean isContainer(Level level, String name) {
        return switch (levels.size()) {
            case 1 -> BETWEEN.contains(name) || AT_ROOT.contains(name);
            case 2 -> level.name.equals("hits") && name.equals("hits");
            default -> BETWEEN.contains(name) || WITHIN_SCOPES.contains(name);
        };
    }

    private void element(Level array, JsonToken token, List<Row> batch) throws IOException {
        if (token == JsonToken.END_ARRAY) {
            levels.pop();
        } else if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
        } else if (BETWEEN.contains(array.name)) {
            levels.push(new Level("", JsonNodeFactory.instance.objectNode()));
        } else {
            JsonNode element = parser.readValueAsTree();
            batch.add(row(levels.size() > 2 && WITHIN_SCOPES.contains(array.name) ? inItsScope(element) : JsonFields.of(element)));
        }
    }

    /** A span as it would stand in a document of its own, so that it keeps the resource and scope around it. */
    private Map<String, Object> inItsScope(JsonNode element) {
        JsonNode inner = element;
        for (Level level : levels) {
            if (level.isArray()) {
                inner = JsonNodeFactory.instance.objectNode().set(level.name, JsonNodeFactory.instance.arrayNode().add(inner));
            } else if (!level.said.isEmpty()) {
                inner = level.said.deepCopy().setAll((ObjectNode) inner);
            }
        }
        return JsonFields.of(inner);
    }

    private Row row(Map<String, Object> fields) {
        record++;
        return new Row(record, fields, () -> Excerpt.of(fields.toString()));
    }

    /** Lets no single record fill the memory. */
    private static final class Allowance extends FilterInputStream {

        private long left = ForeignJson.LONGEST_TEXT;

        Allowance(InputStream in) {
            super(in);
        }

        void renew() {
            left = ForeignJson.LONGEST_TEXT;
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return in.read();
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = in.read(b, off, len);
            spend(n);
            return n;
        }

        private void spend(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new StreamConstraintsException("one of its records is longer than " + (ForeignJson.LONGEST_TEXT >> 20) + " MB");
            }
        }
    }
}
