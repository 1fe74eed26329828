package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * What a first look into a file shows, before any reader claims it.
 *
 * @param file      the file
 * @param shape     how its text is laid out
 * @param keys      field names of the outermost JSON object (of the first record in {@link Shape#JSON_LINES}); empty for others
 * @param columns   columns of a table; empty for others
 * @param separator separator of a CSV table
 * @param firstRows the first rows of a table
 * @param opening   how the rows of a table are opened
 */
public record Glimpse(SourceFile file, Shape shape, Set<String> keys, List<String> columns, char separator, List<Row> firstRows,
                      RowOpening opening) {

    /** How a file is laid out. */
    public enum Shape {
        ZIP_ARCHIVE, JSON_OBJECT, JSON_ARRAY, JSON_LINES, CSV;

        public boolean isTable() {
            return this == JSON_ARRAY || this == JSON_LINES || this == CSV;
        }
    }

    public Glimpse {
        keys = Set.copyOf(keys);
        columns = List.copyOf(columns);
        firstRows = List.copyOf(firstRows);
    }

    /** A file whose rows stand in it as its shape says. */
    public Glimpse(SourceFile file, Shape shape, Set<String> keys, List<String> columns, char separator, List<Row> firstRows) {
        this(file, shape, keys, columns, separator, firstRows, (in, progress) -> FormatSniffer.open(in, shape, separator));
    }

    /** The same file seen as other rows. */
    public Glimpse asRows(List<String> otherColumns, List<Row> otherFirstRows, RowOpening otherOpening) {
        return new Glimpse(file, shape, keys, otherColumns, separator, otherFirstRows, otherOpening);
    }

    /** Opens the rows of a table, from the first on. */
    public RowSource open(ReadingProgress progress) throws IOException {
        return open(progress, FileHash.none());
    }

    /** Opens the rows of a table; the hash learns the bytes of the file while they are read. */
    public RowSource open(ReadingProgress progress, FileHash hash) throws IOException {
        InputStream in = file.open(progress, hash);
        try {
            return opening.open(in, progress);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    public boolean hasKeys(String... names) {
        return keys.containsAll(List.of(names));
    }

    public boolean hasColumns(String... names) {
        return columns.containsAll(List.of(names));
    }
}
