package io.plumbline.store.segment;

/** Columns of a segment that are read together. The number is what storage keeps. */
public enum Family {
    /** A 64-bit hash of each record's key, eight bytes each. */
    KEYS(0),
    /** What filters and counts ask for. */
    FACTS(1),
    /** What was measured, a column for each signal by its name. */
    SIGNALS(2),
    /** The rest of a record but for its texts. */
    DETAILS(3),
    /** Why flagged records wait; absent where none is flagged. */
    FLAGS(4);

    private final int number;

    Family(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
