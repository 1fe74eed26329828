package io.plumbline.imports.source;

import io.plumbline.domain.Reject;

/** Takes the wanted fields of each record of a table and what could not become a record. */
public interface ValueSink {

    void record(FieldValues values);

    void reject(Reject reject);
}
