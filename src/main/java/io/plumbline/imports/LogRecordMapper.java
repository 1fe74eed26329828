package io.plumbline.imports;

import io.plumbline.domain.LogRecord;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.source.FieldValues;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Makes log records of the rows of a table, whatever the table was written in. Safe for use by several threads. It runs once a record, of
 * which there may be a hundred million, so what can be known of a mapping is worked out once.
 */
final class LogRecordMapper {

    private static final MappedField[] FIELDS = MappedField.values();
    private static final int NO_COLUMN = -1;

    private final List<String> columns;
    private final int[] columnOf = new int[FIELDS.length];
    private final String[] fixed = new String[FIELDS.length];
    private final String[] names = new String[FIELDS.length];
    private final UnaryOperator<String> pseudonym;

    /**
     * @param mapping   what the columns mean
     * @param pseudonym what is stored in place of a user id
     */
    LogRecordMapper(ColumnMapping mapping, UnaryOperator<String> pseudonym) {
        this.columns = mapping.columns().values().stream().distinct().sorted().toList();
        this.pseudonym = pseudonym;
        for (MappedField field : FIELDS) {
            columnOf[field.ordinal()] = mapping.columnOf(field).map(columns::indexOf).orElse(NO_COLUMN);
            fixed[field.ordinal()] = mapping.fixed().get(field);
            names[field.ordinal()] = field.title().toLowerCase(Locale.ROOT);
        }
    }

    /** The columns that make up a record; {@link FieldValues} count them in this order. */
    List<String> columns() {
        return columns;
    }

    /**
     * The record of a row.
     *
     * @throws UnusableRecord where a field can't be used
     */
    LogRecord map(FieldValues row) {
        Instant time = FieldReading.time(value(row, MappedField.TIME));
        String model = name(row, MappedField.MODEL);
        if (model.isEmpty()) {
            throw new UnusableRecord("The record names no model.");
        }
        String category = name(row, MappedField.CATEGORY);
        return new LogRecord(id(row), time, model, pseudonym.apply(name(row, MappedField.USER)), name(row, MappedField.SESSION),
            Math.max(0, count(row, MappedField.TURN)), name(row, MappedField.CONTEXT), name(row, MappedField.LANGUAGE),
            category.equalsIgnoreCase(LogRecord.BENIGN) ? LogRecord.BENIGN : category, name(row, MappedField.TOPIC),
            text(row, MappedField.PROMPT), text(row, MappedField.RESPONSE), name(row, MappedField.FINISH_REASON),
            count(row, MappedField.PROMPT_TOKENS), count(row, MappedField.COMPLETION_TOKENS),
            FieldReading.millis("latency", value(row, MappedField.LATENCY_MILLIS)),
            FieldReading.refused(value(row, MappedField.REFUSED)), FieldReading.score("toxicity", value(row, MappedField.TOXICITY)),
            name(row, MappedField.DETECTOR_VERSION), FieldReading.canary(value(row, MappedField.CANARY)),
            FieldReading.probability("sampling probability", value(row, MappedField.SAMPLING_PROBABILITY)),
            FieldReading.feedback(value(row, MappedField.FEEDBACK)));
    }

    /**
     * Without a column for it, the content names the record, so that the same record is recognised when it comes again. The user is left
     * out: a plain hash of content that is otherwise known would give the user away to whoever tries all users.
     */
    private String id(FieldValues row) {
        if (columnOf[MappedField.ID.ordinal()] == NO_COLUMN) {
            StringBuilder content = new StringBuilder();
            int user = columnOf[MappedField.USER.ordinal()];
            for (int column = 0; column < columns.size(); column++) {
                if (column != user) {
                    content.append(row.get(column)).append('\u0000');
                }
            }
            return "h" + PromptKey.sha256(content.toString()).substring(0, 24);
        }
        String id = name(row, MappedField.ID);
        if (id.isEmpty()) {
            throw new UnusableRecord("The record has no id.");
        }
        return id;
    }

    private Object value(FieldValues row, MappedField field) {
        int column = columnOf[field.ordinal()];
        return column == NO_COLUMN ? fixed[field.ordinal()] : row.get(column);
    }

    private String name(FieldValues row, MappedField field) {
        return FieldReading.name(names[field.ordinal()], value(row, field));
    }

    private String text(FieldValues row, MappedField field) {
        return FieldReading.text(names[field.ordinal()], value(row, field));
    }

    private int count(FieldValues row, MappedField field) {
        return FieldReading.count(names[field.ordinal()], value(row, field));
    }
}
