package io.plumbline.imports.source;

import io.plumbline.domain.Reject;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows with what stands around the records in each taken off. A row may hold none, one or many. */
final class RowUnwrapping implements RowSource {

    private final RowSource rows;
    private final Envelope envelope;

    RowUnwrapping(RowSource rows, Envelope envelope) {
        this.rows = rows;
        this.envelope = envelope;
    }

    /** What a tool wraps around records. */
    interface Envelope {

        /** Whether a row is wrapped so. */
        boolean isAround(Row row);

        /** Hands over the records of a row; a row that is not wrapped as it is. */
        void unwrap(Row row, Consumer<Row> sink);
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        return rows.next().map(batch -> sink -> batch.parse(new RowSink() {
            @Override
            public void row(Row row) {
                envelope.unwrap(row, sink::row);
            }

            @Override
            public void reject(Reject reject) {
                sink.reject(reject);
            }
        }));
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
