package io.plumbline.imports.source;

import java.io.IOException;

/** A compressed file breaks off or is damaged in the middle: what came before is whole, what comes after is lost. */
public final class TornFileException extends IOException {

    TornFileException(Throwable cause) {
        super("the compressed data break off or are damaged", cause);
    }
}
