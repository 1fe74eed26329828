package io.plumbline.ui.data;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.ColumnMapping;
import io.plumbline.imports.LabelColumn;
import io.plumbline.imports.LabelMeaning;
import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.Preview;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a mapping as rows, column by column, and changes it one column at a time. A field has at most one column. */
final class MappingEditor {

    private MappingEditor() {
    }

    static List<ColumnRow> rows(ImportFile file) {
        if (file.preview().isEmpty() || file.profile().isEmpty()) {
            return List.of();
        }
        Preview preview = file.preview().get();
        List<ColumnRow> rows = new ArrayList<>();
        for (int i = 0; i < preview.columns().size(); i++) {
            String column = preview.columns().get(i);
            rows.add(new ColumnRow(column, assignmentOf(column, file.profile().get().mapping()), first(preview, i), distinct(preview, i)));
        }
        return rows;
    }

    /** Everything a column of this kind of file can become. */
    static List<Assignment> choices(ImportKind kind) {
        List<Assignment> choices = new ArrayList<>();
        choices.add(new Assignment.Nothing());
        for (MappedField field : MappedField.values()) {
            if (field.appliesTo(kind)) {
                choices.add(new Assignment.Field(field));
            }
        }
        if (kind == ImportKind.RUN) {
            for (LabelMeaning meaning : LabelMeaning.values()) {
                choices.add(new Assignment.Judge(meaning));
            }
        }
        return choices;
    }

    static MappingProfile assign(MappingProfile profile, String column, Assignment assignment) {
        ColumnMapping mapping = profile.mapping();
        Map<MappedField, String> columns = new EnumMap<>(MappedField.class);
        columns.putAll(mapping.columns());
        columns.values().removeIf(column::equals);
        List<LabelColumn> labels = new ArrayList<>(mapping.labels());
        Optional<LabelColumn> before = labels.stream().filter(label -> label.column().equals(column)).findFirst();
        labels.removeIf(label -> label.column().equals(column));
        if (assignment instanceof Assignment.Field field) {
            columns.put(field.field(), column);
        } else if (assignment instanceof Assignment.Judge judge) {
            labels.add(new LabelColumn(column, before.map(LabelColumn::judge).orElse(column), judge.meaning()));
        }
        return new MappingProfile("", profile.kind(), new ColumnMapping(columns, mapping.fixed(), labels));
    }

    private static Assignment assignmentOf(String column, ColumnMapping mapping) {
        for (LabelColumn label : mapping.labels()) {
            if (label.column().equals(column)) {
                return new Assignment.Judge(label.meaning());
            }
        }
        for (Map.Entry<MappedField, String> entry : mapping.columns().entrySet()) {
            if (entry.getValue().equals(column)) {
                return new Assignment.Field(entry.getKey());
            }
        }
        return new Assignment.Nothing();
    }

    private static String first(Preview preview, int column) {
        return preview.rows().stream().findFirst().filter(row -> column < row.size()).map(row -> row.get(column)).orElse("");
    }

    private static int distinct(Preview preview, int column) {
        Set<String> values = new HashSet<>();
        preview.rows().forEach(row -> {
            if (column < row.size()) {
                values.add(row.get(column));
            }
        });
        return values.size();
    }
}
