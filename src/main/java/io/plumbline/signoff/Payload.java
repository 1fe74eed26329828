package io.plumbline.signoff;

import io.plumbline.domain.JournalEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/** Reads fields of a journal entry that may have been written by another version of the program: what is absent reads as empty. */
record Payload(JournalEntry entry) {

    String text(String key) {
        Object value = entry.payload().get(key);
        return value == null ? "" : value.toString();
    }

    double number(String key) {
        Object value = entry.payload().get(key);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return value == null ? Double.NaN : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    int count(String key) {
        double value = number(key);
        return Double.isNaN(value) ? 0 : (int) value;
    }

    /** Texts by their names; empty where there are none. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new TreeMap<>();
        if (entry.payload().get(key) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        }
        return texts;
    }

    /** A day; {@link LocalDate#MAX} where none is given, so that what does not expire never does. */
    LocalDate day(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            return LocalDate.MAX;
        }
    }
}
