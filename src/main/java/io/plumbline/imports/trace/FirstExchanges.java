package io.plumbline.imports.trace;

import io.plumbline.domain.Reject;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.RowSink;
import java.util.ArrayList;
import java.util.List;

/** The first few calls of a file, to be looked at. */
final class FirstExchanges implements RowSink {

    private static final int ENOUGH = 200;

    private final List<Row> rows = new ArrayList<>();

    List<Row> rows() {
        return rows;
    }

    @Override
    public void row(Row row) {
        if (rows.size() < ENOUGH) {
            rows.add(row);
        }
    }

    @Override
    public void reject(Reject reject) {
        // A first look counts nothing.
    }
}
