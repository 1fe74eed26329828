package io.plumbline.imports.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV table with a header. Quoted fields may hold line breaks; the line of a record is where it begins. */
public final class CsvSource implements RowSource {

    private static final int LONGEST_FIELD = 16 << 20;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private final int most;
    private long line;
    private boolean ended;
    private TornFileException torn;

    /** @throws CsvParseException where not even the header can be read */
    public CsvSource(InputStream in, char separator) throws IOException {
        this(in, separator, ROWS);
    }

    CsvSource(InputStream in, char separator, int rows) throws IOException {
        this.most = rows;
        reader = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true)
            .allowUnclosedQuote(false).allowExtraCharsAfterClosingQuote(true).maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
        records = reader.iterator();
        List<String> header = record();
        columns = header.size() <= 2 && !header.isEmpty() && header.get(0).startsWith("sep=") ? record() : header;
        line = 1;
    }

    /** The next line as names; spreadsheets put one that names the separator before the header. */
    private List<String> record() {
        return records.hasNext() ? records.next().getFields().stream().map(String::strip).toList() : List.of();
    }

    /** The names in the header. */
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        if (torn != null) {
            throw torn;
        }
        if (ended) {
            return Optional.empty();
        }
        List<CsvRecord> batch = new ArrayList<>();
        Reject last = null;
        try {
            long size = 0;
            while (batch.size() < most && size < LARGE && records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                batch.add(record);
                size += size(record);
            }
            ended = !records.hasNext();
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof TornFileException broken)) {
                throw e.getCause();
            }
            torn = broken;
        } catch (CsvParseException e) {
            ended = true;
            last = new Reject(line + 1, "A quoted field in or behind this line is opened and not closed, or longer than "
                + (LONGEST_FIELD >> 20) + " million characters. "
                + "Nothing from there to the end of the file was read.", "");
        }
        if (batch.isEmpty() && last == null) {
            return next();
        }
        Reject unclosed = last;
        return Optional.of(sink -> parse(batch, unclosed, sink));
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static long size(CsvRecord record) {
        long size = 0;
        for (int i = 0; i < record.getFieldCount(); i++) {
            size += record.getField(i).length();
        }
        return size;
    }

    private void parse(List<CsvRecord> batch, Reject last, RowSink sink) {
        for (CsvRecord record : batch) {
            List<String> values = record.getFields();
            if (values.size() != columns.size()) {
                sink.reject(new Reject(record.getStartingLineNumber(), "The line has " + values.size() + " fields, the header "
                    + columns.size() + ". Check quotes and separators.", Excerpt.of(String.join(",", values))));
                continue;
            }
            Map<String, Object> fields = new HashMap<>(columns.size() * 2);
            for (int i = 0; i < values.size(); i++) {
                fields.put(columns.get(i), values.get(i).isEmpty() ? null : values.get(i));
            }
            sink.row(new Row(record.getStartingLineNumber(), fields, () -> Excerpt.of(String.join(",", values))));
        }
        if (last != null) {
            sink.reject(last);
        }
    }
}
