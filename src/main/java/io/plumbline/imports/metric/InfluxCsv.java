package io.plumbline.imports.metric;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.domain.InputException;
import io.plumbline.imports.Series;
import io.plumbline.imports.source.Timestamps;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Annotated CSV of InfluxDB: tables one after another, each with rows of annotations ({@code #datatype}, {@code #group}, {@code #default})
 * and a header before it. A series is what shares a measurement, a field and its tags.
 */
public final class InfluxCsv {

    private static final Set<String> OWN = Set.of("", "result", "table", "_start", "_stop", "_time", "_value", "_field", "_measurement");
    private static final int LONGEST_FIELD = 1 << 16;

    private final String file;
    private final MetricSet metrics;
    private List<String> header = List.of();
    private List<String> defaults = List.of();
    private boolean headerNext = true;

    public InfluxCsv(String file) {
        this.file = file;
        this.metrics = new MetricSet(file);
    }

    /** Whether the first line of a file is an annotation. */
    public static boolean recognises(String line) {
        return line.startsWith("#datatype") || line.startsWith("#group") || line.startsWith("#default");
    }

    public Series read(Reader text, Optional<String> wanted) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true)
            .maxBufferSize(LONGEST_FIELD).ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                take(record);
            }
        } catch (CsvParseException e) {
            throw new InputException(file + " breaks off inside a quoted field. Mend the file or export it anew.", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return metrics.choose(wanted);
    }

    private void take(CsvRecord record) {
        String first = record.getField(0);
        if (first.startsWith("#")) {
            headerNext = true;
            if (first.startsWith("#default")) {
                defaults = record.getFields();
            }
        } else if (headerNext) {
            header = record.getFields();
            headerNext = false;
            if (!header.contains("_value")) {
                throw new InputException(file + ", line " + record.getStartingLineNumber() + ": the table has no column _value. Export it "
                    + "unpivoted, or as plain CSV.");
            }
        } else if (!header.equals(record.getFields())) {
            point(record);
        }
    }

    private void point(CsvRecord record) {
        String value = cell(record, "_value");
        double number = value.isEmpty() ? Double.NaN : number(value, record);
        String measurement = cell(record, "_measurement");
        String field = cell(record, "_field");
        StringBuilder name = new StringBuilder(measurement);
        List<String> plain = new ArrayList<>(List.of(field, measurement + "." + field, measurement + " " + field));
        for (String column : header) {
            if (!OWN.contains(column)) {
                name.append(',').append(column).append('=').append(cell(record, column));
                plain.add(cell(record, column));
            }
        }
        name.append(' ').append(field);
        Optional<Instant> time = Timestamps.read(cell(record, "_time"));
        long at = time.map(t -> t.getEpochSecond() * 1_000_000_000L + t.getNano()).orElse(record.getStartingLineNumber());
        metrics.point(name.toString(), plain, at, number);
    }

    private String cell(CsvRecord record, String column) {
        int at = header.indexOf(column);
        String value = at >= 0 && at < record.getFieldCount() ? record.getField(at) : "";
        return value.isEmpty() && at >= 0 && at < defaults.size() ? defaults.get(at) : value;
    }

    private double number(String value, CsvRecord record) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? 1 : 0;
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new InputException(file + ", line " + record.getStartingLineNumber() + ", column _value: “" + value + "” is no number. Filter "
                + "the export to fields with numbers.", e);
        }
    }
}
