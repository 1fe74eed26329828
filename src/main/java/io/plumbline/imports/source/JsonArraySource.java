package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON array of records, or JSON documents one after another. Its "line" is the number of the record. */
public final class JsonArraySource implements RowSource {

    /** How the records stand in the file. */
    private enum Layout {
        ARRAY, DOCUMENTS
    }

    private final Layout layout;
    private final JsonParser parser;
    private final int most;
    private long record;
    private long whole;
    private boolean ended;
    private IOException damage;

    public JsonArraySource(InputStream in) throws IOException {
        this(in, ROWS);
    }

    JsonArraySource(InputStream in, int rows) throws IOException {
        this(in, rows, Layout.ARRAY);
        parser.nextToken();
    }

    private JsonArraySource(InputStream in, int rows, Layout layout) throws IOException {
        this.layout = layout;
        most = rows;
        parser = ForeignJson.factory().createParser(in);
        parser.setCodec(ForeignJson.mapper());
        parser.enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** Documents one after another, each spread over as many lines as it likes. */
    static JsonArraySource ofDocuments(InputStream in, int rows) throws IOException {
        return new JsonArraySource(in, rows, Layout.DOCUMENTS);
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        if (damage != null) {
            throw damage;
        }
        List<RowBatch> batch = new ArrayList<>();
        long begin = parser.currentLocation().getByteOffset();
        try {
            while (!ended && batch.size() < most && parser.currentLocation().getByteOffset() - begin < LARGE) {
                readInto(batch);
                whole = record;
            }
        } catch (JsonProcessingException | TornFileException e) {
            damage = e;
        }
        return batch.isEmpty() ? damage == null ? Optional.empty() : next() : Optional.of(sink -> batch.forEach(row -> row.parse(sink)));
    }

    private void readInto(List<RowBatch> batch) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null && layout == Layout.DOCUMENTS) {
            ended = true;
            return;
        }
        if (token == JsonToken.END_ARRAY) {
            ended = true;
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something stands behind the array");
            }
            return;
        }
        if (token == null) {
            throw new JsonEOFException(parser, null, "the array is not closed");
        }
        record++;
        long number = record;
        if (token != JsonToken.START_OBJECT) {
            String text = parser.getValueAsString("");
            parser.skipChildren();
            batch.add(sink -> sink.reject(new Reject(number, "The record is not a JSON object.", Excerpt.of(text))));
            return;
        }
        try {
            Map<String, Object> fields = JsonFields.read(parser);
            Row row = new Row(number, fields, () -> Excerpt.of(fields.toString()));
            batch.add(sink -> sink.row(row));
        } catch (DuplicateFieldException e) {
            batch.add(sink -> sink.reject(new Reject(number, "The record " + ForeignJson.problem(e) + ".", "")));
        }
    }

    @Override
    public long line() {
        return whole;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
