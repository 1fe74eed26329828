package io.plumbline.imports;

import io.plumbline.domain.InputException;
import io.plumbline.imports.source.TornFileException;

/** The sentence for a compressed file that breaks off. */
public final class TornFile {

    private TornFile() {
    }

    public static InputException refused(String file, long line, TornFileException cause) {
        return new InputException(file + " is compressed and breaks off or is damaged after line " + line + ", so nothing was imported. "
            + "Get the file anew, or choose to keep the whole records before the break (--keep-whole).", cause);
    }
}
