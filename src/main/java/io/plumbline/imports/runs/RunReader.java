package io.plumbline.imports.runs;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.List;

/** Reads evaluation runs of one file format. */
public interface RunReader {

    /** Name of the format, as runs and manifests carry it. */
    String format();

    /** The same for people. */
    String title();

    /** What files of this format hold. */
    default ImportKind kind() {
        return ImportKind.RUN;
    }

    boolean recognises(Glimpse glimpse);

    /**
     * Reads the whole file.
     *
     * @throws io.plumbline.domain.InputException where it can't be used, with a sentence that says why
     */
    List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException;
}
