package io.plumbline.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a table holds what. A field has a column, a fixed value, or neither.
 *
 * @param columns column of each field; nested JSON fields are named with dots, as in {@code usage.input_tokens}
 * @param fixed   value of fields that have no column, e.g. the model
 * @param labels  judges' columns; evaluation runs only
 */
public record ColumnMapping(Map<MappedField, String> columns, Map<MappedField, String> fixed, List<LabelColumn> labels) {

    public ColumnMapping {
        columns = Map.copyOf(columns);
        fixed = Map.copyOf(fixed);
        labels = List.copyOf(labels);
    }

    public Optional<String> columnOf(MappedField field) {
        return Optional.ofNullable(columns.get(field));
    }

    public Optional<String> fixedValueOf(MappedField field) {
        return Optional.ofNullable(fixed.get(field)).filter(value -> !value.isBlank());
    }

    public boolean provides(MappedField field) {
        return columns.containsKey(field) || fixedValueOf(field).isPresent();
    }
}
