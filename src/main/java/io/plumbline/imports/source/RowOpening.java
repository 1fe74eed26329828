package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;

/** How the rows of a file come out of its decompressed bytes. */
@FunctionalInterface
public interface RowOpening {

    /**
     * The rows; closing them closes the bytes.
     *
     * @param progress stops the work where the person cancels, if something must be read before the first row
     */
    RowSource open(InputStream in, ReadingProgress progress) throws IOException;
}
