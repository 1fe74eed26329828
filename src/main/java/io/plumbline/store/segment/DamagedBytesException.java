package io.plumbline.store.segment;

/** Stored bytes that can't be what was written. The message names the part; the store says which import it belongs to. */
public final class DamagedBytesException extends RuntimeException {

    public DamagedBytesException(String what) {
        super(what);
    }

    DamagedBytesException(String what, Throwable cause) {
        super(what, cause);
    }
}
