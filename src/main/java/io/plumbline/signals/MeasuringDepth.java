package io.plumbline.signals;

/** How much of a record is read when it is measured. */
public enum MeasuringDepth {
    /** Every built-in detector reads the texts. */
    EVERYTHING,
    /** Only what the log's own labels say; no text is read, so nothing is known that the log does not say. */
    LABELS
}
