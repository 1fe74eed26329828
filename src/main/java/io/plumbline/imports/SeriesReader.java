package io.plumbline.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.metric.InfluxCsv;
import io.plumbline.imports.metric.InfluxLines;
import io.plumbline.imports.metric.PrometheusSeries;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a plain series of numbers: a CSV table with a header (a column of values, or columns k and n), the NAB form of it (timestamp,
 * value), a JSON array, {@code {"values": […]}}, {@code {"k": […], "n": […]}}, or the form of the Turing Change Point Dataset
 * ({@code series[].raw}), an answer of Prometheus to a range query, line protocol or annotated CSV of InfluxDB. A column or series is named by
 * its name; two as {@code successes/trials}.
 */
public final class SeriesReader {

    /** Points beyond this are refused before they fill the memory. */
    static final int LONGEST = 20_000_000;

    private static final int HEAD = 1 << 16;

    private final Optional<String> column;

    /** @param column the wanted column, or {@code successes/trials}; empty lets the file's form decide */
    public SeriesReader(Optional<String> column) {
        this.column = column;
    }

    /**
     * @throws InputException with a sentence where the file is no series
     */
    public Series read(Path path) {
        SourceFile file = SourceFile.at(path);
        try {
            String first = firstLine(file);
            Series series = first.startsWith("{") || first.startsWith("[") ? json(file) : lines(file, first);
            boolean empty = true;
            for (double value : series.values()) {
                empty &= Double.isNaN(value);
            }
            if (empty) {
                throw new InputException(file.name() + " holds no numbers. A series needs at least one.");
            }
            return series;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The first line that says something; comments of line protocol are left out, annotations are not. */
    private static String firstLine(SourceFile file) throws IOException {
        try (BufferedReader text = text(file)) {
            char[] head = new char[HEAD];
            int length = 0;
            int n;
            while (length < HEAD && (n = text.read(head, length, HEAD - length)) > 0) {
                length += n;
            }
            return new String(head, 0, length).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && (!line.startsWith("#") || InfluxCsv.recognises(line))).findFirst().orElse("");
        }
    }

    private Series lines(SourceFile file, String first) throws IOException {
        if (InfluxCsv.recognises(first)) {
            try (BufferedReader text = text(file)) {
                return new InfluxCsv(file.name()).read(text, column);
            }
        }
        if (InfluxLines.recognises(first)) {
            try (BufferedReader text = text(file)) {
                return new InfluxLines(file.name()).read(text, column);
            }
        }
        return new SeriesTable(file, column).read();
    }

    private static BufferedReader text(SourceFile file) throws IOException {
        return new BufferedReader(new InputStreamReader(file.open(ReadingProgress.unwatched()), StandardCharsets.UTF_8));
    }

    private Series json(SourceFile file) throws IOException {
        JsonNode document = JsonDocument.read(file, ReadingProgress.unwatched());
        return PrometheusSeries.recognises(document) ? new PrometheusSeries(file.name()).read(document, column)
            : new SeriesJson(file.name(), column).read(document);
    }
}
