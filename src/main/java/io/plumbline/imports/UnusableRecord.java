package io.plumbline.imports;

/** A record that can't be imported; the message is the reason in one sentence. Made often and never shown with a trace, so it has none. */
final class UnusableRecord extends RuntimeException {

    UnusableRecord(String reason) {
        super(reason, null, false, false);
    }
}
