package io.plumbline.imports;

import io.plumbline.domain.InputException;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a plain series of numbers: a CSV table with a header (a column of values, or columns k and n), the NAB form of it (timestamp,
 * value), a JSON array, {@code {"values": […]}}, {@code {"k": […], "n": […]}}, or the form of the Turing Change Point Dataset
 * ({@code series[].raw}). A column is named by its name; two as {@code successes/trials}.
 */
public final class SeriesReader {

    /** Points beyond this are refused before they fill the memory. */
    static final int LONGEST = 20_000_000;

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
            Series series = isJson(file) ? json(file) : new SeriesTable(file, column).read();
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

    private static boolean isJson(SourceFile file) throws IOException {
        try (InputStream in = file.open(ReadingProgress.unwatched())) {
            int first;
            do {
                first = in.read();
            } while (first == ' ' || first == '\t' || first == '\r' || first == '\n');
            return first == '{' || first == '[';
        }
    }

    private Series json(SourceFile file) throws IOException {
        return new SeriesJson(file.name(), column).read(JsonDocument.read(file, ReadingProgress.unwatched()));
    }

    /** The two names in {@code successes/trials}. */
    static Optional<String[]> pair(String name) {
        int slash = name.indexOf('/');
        return slash > 0 && slash < name.length() - 1
            ? Optional.of(new String[] {name.substring(0, slash).strip(), name.substring(slash + 1).strip()}) : Optional.empty();
    }

    /** A count as a whole number of at least 0. */
    static long count(String where, double value) {
        if (!(value >= 0) || value != Math.rint(value) || value > 9e15) {
            throw new InputException(where + ": " + value + " is not a count. Counts are whole numbers of at least 0.");
        }
        return (long) value;
    }

    static void requireWithinTrials(String where, long successes, long trials) {
        if (successes > trials) {
            throw new InputException(where + ": " + successes + " of " + trials + " is more than all. Check which column holds the trials.");
        }
    }
}
