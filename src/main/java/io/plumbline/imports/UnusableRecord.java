package io.plumbline.imports;

/** A record that can't be imported; the message is the reason in one sentence. Made often and never shown with a trace, so it has none. */
public final class UnusableRecord extends RuntimeException {

    public UnusableRecord(String reason) {
        super(reason, null, false, false);
    }
}
