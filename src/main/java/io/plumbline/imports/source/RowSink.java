package io.plumbline.imports.source;

import io.plumbline.domain.Reject;

/** Takes the rows of a table and what could not become a row. */
public interface RowSink {

    void row(Row row);

    void reject(Reject reject);
}
