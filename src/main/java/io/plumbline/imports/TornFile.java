package io.plumbline.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.TornFileException;

/** The sentences for files that break off or are damaged where they can't be read on. */
public final class TornFile {

    private TornFile() {
    }

    /** A list or document of JSON, in which nothing behind a fault can be told apart any more. */
    static InputException refused(String file, long record, JsonProcessingException cause) {
        return new InputException(file + " is damaged behind record " + record + " (what follows " + ForeignJson.problem(cause)
            + "), so nothing was imported. Get the file anew, or choose to keep the whole records before it (--keep-whole).", cause);
    }

    public static InputException refused(String file, long line, TornFileException cause) {
        return new InputException(file + " is compressed and breaks off or is damaged after line " + line + ", so nothing was imported. "
            + "Get the file anew, or choose to keep the whole records before the break (--keep-whole).", cause);
    }
}
