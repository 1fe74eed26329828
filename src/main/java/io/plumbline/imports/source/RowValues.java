package io.plumbline.imports.source;

import java.util.List;

/** The wanted fields of a row that was read whole. */
record RowValues(Row row, List<String> wanted) implements FieldValues {

    @Override
    public Object get(int column) {
        return row.fields().get(wanted.get(column));
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public String excerpt() {
        return row.excerpt().get();
    }
}
