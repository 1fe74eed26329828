package io.plumbline.imports.trace;

/** How one tool records calls of models. */
interface TraceFormat {

    /** Name of the format, as manifests carry it. */
    String format();

    /** The same for people. */
    String title();

    /** Whether a row of a file is of this tool. */
    boolean recognises(Fields row);

    /** Whether rows may say something of calls that stand in other rows, so that the file must be gone through twice. */
    default boolean joinsRows() {
        return false;
    }

    /** First passage: keeps what a row says of calls in other rows. */
    default void gather(Fields row, SideNotes notes) {
    }

    /** Second passage: hands over the calls that a row holds. */
    void read(Fields row, SideNotes notes, ExchangeSink sink);
}
