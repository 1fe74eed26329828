package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Some whole lines with one JSON object each. A line that is none becomes a reject and costs no other line. */
final class JsonLineBatch implements RowBatch {

    /** What stands behind the last byte. */
    enum End {
        OF_LINE, OF_FILE
    }

    private final byte[] bytes;
    private final int length;
    private final long firstLine;
    private final End end;
    private final Queue<byte[]> spare;

    /** @param spare takes the bytes back once the wanted columns were read, of which nothing refers to them */
    JsonLineBatch(byte[] bytes, int length, long firstLine, End end, Queue<byte[]> spare) {
        this.spare = spare;
        this.bytes = bytes;
        this.length = length;
        this.firstLine = firstLine;
        this.end = end;
    }

    @Override
    public void parse(RowSink sink) {
        int start = 0;
        long line = firstLine;
        while (start < length) {
            int stop = lineEnd(bytes, start, length);
            parseLine(start, stop, line, sink);
            start = stop + 1;
            line++;
        }
    }

    /** Has the fast scanner read what it can, and the general parser the rest. */
    @Override
    public void parse(List<String> wanted, ValueSink sink) {
        ScannedLine scanned = new ScannedLine(wanted);
        RowSink general = new RowSink() {
            @Override
            public void row(Row row) {
                sink.record(new RowValues(row, wanted));
            }

            @Override
            public void reject(Reject reject) {
                sink.reject(reject);
            }
        };
        int start = 0;
        long line = firstLine;
        while (start < length) {
            int stop = scanned.scanner.read(bytes, start, length);
            if (stop >= 0) {
                scanned.begin(start, stop, line);
                sink.record(scanned);
            } else {
                stop = lineEnd(bytes, start, length);
                parseLine(start, stop, line, general);
            }
            start = stop + 1;
            line++;
        }
        spare.add(bytes);
    }

    private void parseLine(int from, int to, long line, RowSink sink) {
        if (isBlank(from, to)) {
            return;
        }
        try (JsonParser parser = ForeignJson.factory().createParser(bytes, from, to - from)) {
            parser.setCodec(ForeignJson.mapper());
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                reject(sink, line, from, to, "The line is not a JSON object.");
                return;
            }
            Map<String, Object> fields = JsonFields.read(parser);
            if (parser.nextToken() != null) {
                reject(sink, line, from, to, "The line holds more than one JSON object. Put each record on a line of its own.");
                return;
            }
            sink.row(new Row(line, fields, () -> Excerpt.of(bytes, from, to)));
        } catch (JsonEOFException e) {
            reject(sink, line, from, to, to == length && end == End.OF_FILE
                ? "The file ends in the middle of this record. Get the file anew to have the rest."
                : "The line breaks off in the middle of the record.");
        } catch (JsonProcessingException e) {
            reject(sink, line, from, to, "The line " + ForeignJson.problem(e) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lineEnd(byte[] bytes, int from, int length) {
        int end = from;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void reject(RowSink sink, long line, int from, int to, String reason) {
        sink.reject(new Reject(line, reason, Excerpt.of(bytes, from, to)));
    }

    /** The line that the scanner read last. */
    private final class ScannedLine implements FieldValues {

        private final JsonLineScanner scanner;
        private int from;
        private int to;
        private long line;

        ScannedLine(List<String> wanted) {
            scanner = new JsonLineScanner(wanted);
        }

        void begin(int start, int stop, long number) {
            from = start;
            to = stop;
            line = number;
        }

        @Override
        public Object get(int column) {
            return scanner.value(column);
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public String excerpt() {
            return Excerpt.of(bytes, from, to);
        }
    }
}
