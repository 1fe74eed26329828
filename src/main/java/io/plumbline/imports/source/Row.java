package io.plumbline.imports.source;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One record of a table before anybody knows what it means.
 *
 * @param line    1-based line where it begins (text files) or record number (JSON arrays)
 * @param fields  value of each field: String, Long, Double (NaN and infinities included), Boolean, a JSON array node, or null; fields of
 *                nested objects under names joined with dots
 * @param excerpt the beginning of its text, for the list of rejects
 */
public record Row(long line, Map<String, Object> fields, Supplier<String> excerpt) {
}
