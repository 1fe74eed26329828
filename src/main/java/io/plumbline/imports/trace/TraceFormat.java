package io.plumbline.imports.trace;

import java.util.List;

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

    /** Whether a row says nothing but something of a call in another row. */
    default boolean isNote(Fields row) {
        return false;
    }

    /** What such rows are called, in the plural. */
    default String notes() {
        return "scores";
    }

    /** Field names without any of which no row of a file speaks of another, so that the first passage can be spared. */
    default List<String> wordsOfNotes() {
        return List.of();
    }

    /** First passage: keeps what a row says of calls in other rows. */
    default void gather(Fields row, SideNotes notes) {
    }

    /** Second passage: hands over the calls that a row holds. */
    void read(Fields row, SideNotes notes, ExchangeSink sink);
}
