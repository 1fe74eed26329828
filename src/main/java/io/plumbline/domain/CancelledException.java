package io.plumbline.domain;

/** The person who started the work no longer wants it. Not an error: nothing is shown, nothing is left behind. */
public final class CancelledException extends RuntimeException {
    public CancelledException() {
        super("cancelled");
    }
}
