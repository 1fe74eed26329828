package io.plumbline.ui.data;

import io.plumbline.imports.MappedField;

/**
 * One row of the mapping: a column of the file, what it becomes, and what stands in it.
 *
 * @param column      name in the file
 * @param becomes     what it is mapped to
 * @param firstRecord its value in the first record
 * @param distinct    different values among the first rows
 */
public record ColumnRow(String column, Assignment becomes, String firstRecord, int distinct) {

    /** What a person should know about this column before importing it. */
    public String note() {
        if (!(becomes instanceof Assignment.Field field)) {
            return becomes instanceof Assignment.Judge ? "kept apart from other judges" : "";
        }
        return noteOn(field.field());
    }

    private String noteOn(MappedField field) {
        return switch (field) {
            case USER -> "becomes a keyed hash; the raw id is never stored";
            case REFUSED, TOXICITY -> "kept beside our own detector";
            case DETECTOR_VERSION -> "a change breaks the series";
            case CANARY -> "kept out of every number";
            case SAMPLING_PROBABILITY -> "weighs the record";
            case CATEGORY, CONTEXT, LANGUAGE, MODEL, VARIANT -> distinct + (distinct == 1 ? " value" : " values") + " in the first rows";
            default -> "";
        };
    }
}
