package io.plumbline.imports.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A table, read from front to back in batches of bounded size. Used by one thread. */
public interface RowSource extends Closeable {

    /** Rows of a batch where they are of ordinary size: as many as one segment of the log holds. */
    int ROWS = 4096;
    /** Size beyond which a batch takes no more rows, in bytes or characters. */
    int LARGE = 4 << 20;

    /**
     * The next batch; empty at the end.
     *
     * @throws TornFileException where a compressed file breaks off, after everything before the break was delivered
     */
    Optional<RowBatch> next() throws IOException;

    /** Line up to which everything was delivered. */
    long line();
}
