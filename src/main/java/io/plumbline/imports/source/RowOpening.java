package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;

/** How the rows of a file come out of its decompressed bytes. */
@FunctionalInterface
public interface RowOpening {

    /** The rows; closing them closes the bytes. */
    RowSource open(InputStream in) throws IOException;
}
