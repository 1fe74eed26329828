package io.plumbline.store.segment;

/**
 * Texts of a column with a number for each: equal texts may share a number, so that a question about them is asked once.
 *
 * @param entries the texts
 * @param codes   which of them each record has; null where every record has an entry of its own
 */
public record Strings(String[] entries, int[] codes) {

    boolean isList() {
        return codes == null;
    }

    public int size() {
        return codes == null ? entries.length : codes.length;
    }

    public int code(int record) {
        return codes == null ? record : codes[record];
    }

    public String get(int record) {
        return entries[code(record)];
    }
}
