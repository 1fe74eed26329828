package io.plumbline.imports.source;

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
 */
public record Glimpse(SourceFile file, Shape shape, Set<String> keys, List<String> columns, char separator, List<Row> firstRows) {

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

    public boolean hasKeys(String... names) {
        return keys.containsAll(List.of(names));
    }

    public boolean hasColumns(String... names) {
        return columns.containsAll(List.of(names));
    }
}
