package io.plumbline.imports.source;

import io.plumbline.domain.Reject;
import java.util.List;

/** A stretch of a table that was cut off on record boundaries and can be parsed on any thread. */
@FunctionalInterface
public interface RowBatch {

    /** Reads every field. */
    void parse(RowSink sink);

    /** Reads the wanted columns alone, which some sources can do much faster. */
    default void parse(List<String> wanted, ValueSink sink) {
        parse(new RowSink() {
            @Override
            public void row(Row row) {
                sink.record(new RowValues(row, wanted));
            }

            @Override
            public void reject(Reject reject) {
                sink.reject(reject);
            }
        });
    }
}
