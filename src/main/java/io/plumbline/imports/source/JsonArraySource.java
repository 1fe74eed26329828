package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON array of records. Its "line" is the number of the record. */
public final class JsonArraySource implements RowSource {

    private final JsonParser parser;
    private final int most;
    private long record;

    public JsonArraySource(InputStream in) throws IOException {
        this(in, ROWS);
    }

    JsonArraySource(InputStream in, int rows) throws IOException {
        most = rows;
        parser = ForeignJson.factory().createParser(in);
        parser.setCodec(ForeignJson.mapper());
        parser.enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        parser.nextToken();
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        List<RowBatch> batch = new ArrayList<>();
        long begin = parser.currentLocation().getByteOffset();
        while (batch.size() < most && parser.currentLocation().getByteOffset() - begin < LARGE) {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                break;
            }
            record++;
            long number = record;
            if (token == JsonToken.START_OBJECT) {
                Map<String, Object> fields = JsonFields.read(parser);
                Row row = new Row(number, fields, () -> Excerpt.of(fields.toString()));
                batch.add(sink -> sink.row(row));
            } else {
                String text = parser.getValueAsString("");
                parser.skipChildren();
                batch.add(sink -> sink.reject(new Reject(number, "The record is not a JSON object.", Excerpt.of(text))));
            }
        }
        return batch.isEmpty() ? Optional.empty() : Optional.of(sink -> batch.forEach(row -> row.parse(sink)));
    }

    @Override
    public long line() {
        return record;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
