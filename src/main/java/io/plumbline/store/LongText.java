package io.plumbline.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;

/** Text of any length as a column: parts that each fit into the database's VARCHAR, which ends at 1,048,576 characters. */
final class LongText {

    private static final int PART = 1_000_000;

    private LongText() {
    }

    static String[] parts(String text) {
        int count = Math.max(1, (text.length() + PART - 1) / PART);
        String[] parts = new String[count];
        for (int i = 0; i < count; i++) {
            parts[i] = text.substring(i * PART, Math.min(text.length(), (i + 1) * PART));
        }
        return parts;
    }

    static String of(Array parts) throws SQLException {
        Object[] strings = (Object[]) parts.getArray();
        return strings.length == 1 ? (String) strings[0] : String.join("", Arrays.copyOf(strings, strings.length, String[].class));
    }
}
