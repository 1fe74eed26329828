package io.plumbline.imports.source;

/**
 * The wanted fields of one record, whatever text it was read from. It is reused for the next record, so it holds only while the
 * {@link ValueSink} looks at it.
 */
public interface FieldValues {

    /** Value of the n-th wanted column, as {@link Row} describes values; null where the record has none. */
    Object get(int column);

    /** 1-based line where the record begins (text files) or its number (JSON arrays). */
    long line();

    /** The beginning of its text, for the list of rejects. */
    String excerpt();
}
