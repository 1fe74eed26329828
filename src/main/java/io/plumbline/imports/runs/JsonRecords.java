package io.plumbline.imports.runs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.imports.TornEnd;
import io.plumbline.imports.TornFile;
import io.plumbline.imports.UnusableRecord;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.TornFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Goes through records of JSON, one a line or in an array, as trees: for formats whose field names hold dots, or whose records differ from
 * line to line. A record that can't be read is refused and costs no other.
 */
public final class JsonRecords {

    private static final ObjectReader STRICT = ForeignJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final int BUFFER = 1 << 16;

    private final Glimpse glimpse;
    private final RunReading reading;
    private long line;

    private JsonRecords(Glimpse glimpse, RunReading reading) {
        this.glimpse = glimpse;
        this.reading = reading;
    }

    /** @param each may throw {@link UnusableRecord}, which makes a reject of the record */
    public static void forEach(Glimpse glimpse, RunReading reading, Consumer<JsonNode> each) throws IOException {
        JsonRecords records = new JsonRecords(glimpse, reading);
        try (InputStream in = glimpse.file().open(reading.progress())) {
            if (glimpse.shape() == Glimpse.Shape.JSON_ARRAY) {
                records.array(in, each);
            } else {
                records.lines(in, each);
            }
        } catch (TornFileException e) {
            if (reading.request().tornEnd() == TornEnd.REFUSE) {
                throw TornFile.refused(glimpse.file().name(), records.line, e);
            }
            reading.reject(new Reject(records.line + 1, "The compressed file breaks off in this record. Get the file anew to have the rest.", ""));
        }
    }

    private void array(InputStream in, Consumer<JsonNode> each) throws IOException {
        try (JsonParser parser = ForeignJson.factory().createParser(in)) {
            JsonToken first = parser.nextToken();
            JsonToken end = first == JsonToken.START_ARRAY ? JsonToken.END_ARRAY : null;
            for (JsonToken token = end == null ? first : parser.nextToken(); token != end; token = parser.nextToken()) {
                line++;
                JsonNode record = ForeignJson.mapper().readTree(parser);
                hand(record, Excerpt.of(record.toString()), each);
            }
        } catch (JsonProcessingException e) {
            throw new InputException(glimpse.file().name() + " breaks off or is damaged after record " + line + ". Get the file anew.", e);
        }
    }

    private void lines(InputStream in, Consumer<JsonNode> each) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        int n;
        while ((n = in.read(buffer)) >= 0) {
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    append(text, buffer, start, i);
                    line(text.toByteArray(), each);
                    text.reset();
                    start = i + 1;
                }
            }
            append(text, buffer, start, n);
        }
        if (text.size() > 0) {
            line(text.toByteArray(), each);
        }
    }

    private void append(ByteArrayOutputStream text, byte[] buffer, int from, int to) {
        // One byte beyond the limit is enough to tell that the line is too long; more of it need not be kept.
        if (text.size() <= ForeignJson.LONGEST_TEXT) {
            text.write(buffer, from, Math.min(to - from, ForeignJson.LONGEST_TEXT + 1 - text.size()));
        }
    }

    private void line(byte[] text, Consumer<JsonNode> each) {
        line++;
        if (isBlank(text)) {
            return;
        }
        String excerpt = Excerpt.of(text, 0, text.length);
        if (text.length > ForeignJson.LONGEST_TEXT) {
            reading.reject(new Reject(line, "The line is longer than " + (ForeignJson.LONGEST_TEXT >> 20) + " MB, which no record is. "
                + "Check whether line breaks were lost.", excerpt));
            return;
        }
        try {
            hand(STRICT.readTree(text), excerpt, each);
        } catch (JsonProcessingException e) {
            reading.reject(new Reject(line, "The line " + ForeignJson.problem(e) + ".", excerpt));
        } catch (IOException e) {
            reading.reject(new Reject(line, "The line can't be read.", excerpt));
        }
    }

    private void hand(JsonNode record, String excerpt, Consumer<JsonNode> each) {
        if (!record.isObject()) {
            reading.reject(new Reject(line, "The line is not a JSON object.", excerpt));
            return;
        }
        try {
            each.accept(record);
            reading.progress().records(1);
        } catch (UnusableRecord e) {
            reading.reject(new Reject(line, e.getMessage(), excerpt));
        }
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
