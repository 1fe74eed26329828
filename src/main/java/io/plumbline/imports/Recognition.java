package io.plumbline.imports;

import io.plumbline.domain.ImportKind;

/**
 * What a file turned out to be.
 *
 * @param format  name of the reader, e.g. {@code inspect-eval}, {@code jsonl}
 * @param title   the same for people, e.g. "Inspect AI log (.eval)"
 * @param kind    what it holds
 * @param columns whether it is a table whose columns are mapped, or a format whose meaning is fixed
 */
public record Recognition(String format, String title, ImportKind kind, Columns columns) {

    /** Where the meaning of a file's fields comes from. */
    public enum Columns {
        MAPPED, FIXED
    }
}
