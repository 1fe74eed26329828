package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells how a file is laid out by looking into it; the name of a file is never asked. */
public final class FormatSniffer {

    private static final int HEAD_BYTES = 1 << 18;
    private static final int FIRST_ROWS = 200;
    private static final int MOST_KEYS = 64;

    public Glimpse look(SourceFile file) {
        if (file.size() == 0) {
            throw new InputException(file.name() + " is empty: there is nothing to import.");
        }
        try {
            byte[] head = head(file);
            if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
                return new Glimpse(file, Glimpse.Shape.ZIP_ARCHIVE, Set.of(), List.of(), ',', List.of());
            }
            TextCheck.refuseOtherThanUtf8(file.name(), head);
            return lookAtText(file, new TextHead(head));
        } catch (TornFileException e) {
            throw new InputException(file.name() + " is compressed, but broken from its beginning on. Get the file anew.", e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private Glimpse lookAtText(SourceFile file, TextHead head) throws IOException {
        int first = head.firstCharacter();
        if (first < 0) {
            throw new InputException(file.name() + " holds nothing but white space: there is nothing to import.");
        }
        if (first == '[') {
            return table(file, Glimpse.Shape.JSON_ARRAY, ',', Set.of());
        }
        if (first == '{' && head.hasOnlyCarriageReturns()) {
            throw new InputException(file.name() + " ends its lines with a carriage return alone. Save it with line feeds and import it again.");
        }
        if (head.isJsonLines()) {
            return table(file, Glimpse.Shape.JSON_LINES, ',', head.keysOfFirstObject());
        }
        if (first == '{') {
            return jsonObject(file, head);
        }
        Optional<Character> separator = head.separator();
        if (separator.isEmpty()) {
            throw new InputException(file.name() + " is neither JSON nor a table with a header and several columns. "
                + "Export it as JSONL or CSV; of a table, the first line must hold the names of the columns.");
        }
        TextCheck.refuseBrokenUtf8(file.name(), head.bytes());
        return table(file, Glimpse.Shape.CSV, separator.get(), Set.of());
    }

    /** A document, or lines of which the first is longer than the head. */
    private Glimpse jsonObject(SourceFile file, TextHead head) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        try (InputStream in = file.open(ReadingProgress.unwatched()); JsonParser parser = ForeignJson.factory().createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT && keys.size() < MOST_KEYS) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            boolean spread = parser.currentLocation().getLineNr() > 1;
            if (keys.size() < MOST_KEYS && parser.nextToken() != null) {
                return spread ? table(file, Glimpse.Shape.JSON_ARRAY, ',', Set.of(), JsonArraySource::ofDocuments)
                    : table(file, Glimpse.Shape.JSON_LINES, ',', keys);
            }
        } catch (JsonProcessingException e) {
            if (keys.isEmpty()) {
                throw broken(file, e);
            }
            TextCheck.refuseBrokenUtf8(file.name(), head.bytes());
        }
        if (keys.isEmpty()) {
            throw new InputException(file.name() + " holds an empty object: there is nothing to import.");
        }
        return new Glimpse(file, Glimpse.Shape.JSON_OBJECT, keys, List.of(), ',', List.of());
    }

    private Glimpse table(SourceFile file, Glimpse.Shape shape, char separator, Set<String> keys) throws IOException {
        return table(file, shape, separator, keys, (in, rows) -> open(in, shape, separator, rows));
    }

    private Glimpse table(SourceFile file, Glimpse.Shape shape, char separator, Set<String> keys, BatchedOpening opening) throws IOException {
        FirstRows first = new FirstRows();
        Set<String> columns = new LinkedHashSet<>();
        try (InputStream in = file.open(ReadingProgress.unwatched()); RowSource rows = opening.open(in, FIRST_ROWS)) {
            if (rows instanceof CsvSource csv) {
                columns.addAll(csv.columns());
            }
            Optional<RowBatch> batch;
            while (first.rows.size() < FIRST_ROWS && (batch = rows.next()).isPresent()) {
                batch.get().parse(first);
            }
        } catch (CsvParseException e) {
            throw new InputException(file.name() + " looks like a table, but a quotation in its first line is never closed. Mend it or "
                + "export the file anew.", e);
        } catch (TornFileException e) {
            // The rows before the break are enough for a first look.
        } catch (JsonProcessingException e) {
            if (first.rows.isEmpty()) {
                throw broken(file, e);
            }
        }
        if (shape == Glimpse.Shape.JSON_ARRAY && first.rows.isEmpty() && first.rejects == 0) {
            throw new InputException(file.name() + " holds an empty list: there is nothing to import.");
        }
        first.rows.forEach(row -> columns.addAll(row.fields().keySet()));
        return new Glimpse(file, shape, keys, List.copyOf(columns), separator, first.rows, (in, progress) -> opening.open(in, RowSource.ROWS));
    }

    private static InputException broken(SourceFile file, JsonProcessingException e) {
        String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr() + ",";
        return new InputException(file.name() + line + " " + ForeignJson.problem(e) + ". Mend the file or export it anew.", e);
    }

    /** Opens a table as it was recognised. */
    public static RowSource open(InputStream in, Glimpse.Shape shape, char separator) throws IOException {
        return open(in, shape, separator, RowSource.ROWS);
    }

    private static RowSource open(InputStream in, Glimpse.Shape shape, char separator, int rows) throws IOException {
        return switch (shape) {
            case JSON_LINES -> new LineSource(in, rows);
            case JSON_ARRAY -> new JsonArraySource(in, rows);
            case CSV -> new CsvSource(in, separator, rows);
            case JSON_OBJECT, ZIP_ARCHIVE -> throw new IllegalArgumentException("not a table: " + shape);
        };
    }

    private static byte[] head(SourceFile file) throws IOException {
        try (InputStream in = file.open(ReadingProgress.unwatched())) {
            byte[] head = new byte[HEAD_BYTES];
            int length = 0;
            try {
                int n;
                while (length < head.length && (n = in.read(head, length, head.length - length)) >= 0) {
                    length += n;
                }
            } catch (TornFileException e) {
                if (length == 0) {
                    throw e;
                }
            }
            return Arrays.copyOf(head, length);
        }
    }

    /** How a table is opened, with how many rows to a batch. */
    private interface BatchedOpening {

        RowSource open(InputStream in, int rows) throws IOException;
    }

    private static final class FirstRows implements RowSink {

        private final List<Row> rows = new ArrayList<>();
        private int rejects;

        @Override
        public void row(Row row) {
            if (rows.size() < FIRST_ROWS) {
                rows.add(row);
            }
        }

        @Override
        public void reject(Reject reject) {
            rejects++;
        }
    }
}
