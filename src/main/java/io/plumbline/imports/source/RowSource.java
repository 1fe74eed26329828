package io.plumbline.imports.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A table, read from front to back in batches of bounded size. Used by one thread. */
public interface RowSource extends Closeable {

    /**
     * The next batch; empty at the end.
     *
     * @throws TornFileException where a compressed file breaks off, after everything before the break was delivered
     */
    Optional<RowBatch> next() throws IOException;

    /** Line up to which everything was delivered. */
    long line();
}
