package io.plumbline.imports.source;

/** A stretch of a table that was cut off on record boundaries and can be parsed on any thread. */
@FunctionalInterface
public interface RowBatch {

    void parse(RowSink sink);
}
