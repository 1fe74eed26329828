package io.plumbline.imports;

import io.plumbline.domain.LogRecord;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.source.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes log records of the rows of a table. Safe for use by several threads. */
final class LogRecordMapper {

    private final Map<MappedField, String> columns;
    private final Map<MappedField, String> fixed;
    private final UnaryOperator<String> pseudonym;

    /**
     * @param mapping   what the columns mean
     * @param pseudonym what is stored in place of a user id
     */
    LogRecordMapper(ColumnMapping mapping, UnaryOperator<String> pseudonym) {
        this.columns = mapping.columns();
        this.fixed = mapping.fixed();
        this.pseudonym = pseudonym;
    }

    /**
     * The record of a row.
     *
     * @throws UnusableRecord where a field can't be used
     */
    LogRecord map(Row row) {
        Instant time = FieldReading.time(value(row, MappedField.TIME));
        String model = name(row, MappedField.MODEL);
        if (model.isEmpty()) {
            throw new UnusableRecord("The record names no model.");
        }
        String category = name(row, MappedField.CATEGORY);
        return new LogRecord(id(row), time, model, pseudonym.apply(name(row, MappedField.USER)), name(row, MappedField.SESSION),
            Math.max(0, count(row, MappedField.TURN)), name(row, MappedField.CONTEXT), name(row, MappedField.LANGUAGE),
            category.toLowerCase(Locale.ROOT).equals(LogRecord.BENIGN) ? LogRecord.BENIGN : category, name(row, MappedField.TOPIC),
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
    private String id(Row row) {
        if (!columns.containsKey(MappedField.ID)) {
            StringBuilder content = new StringBuilder();
            String user = columns.get(MappedField.USER);
            columns.values().stream().filter(column -> !column.equals(user)).sorted()
                .forEach(column -> content.append(row.fields().get(column)).append('\u0000'));
            return "h" + PromptKey.sha256(content.toString()).substring(0, 24);
        }
        String id = name(row, MappedField.ID);
        if (id.isEmpty()) {
            throw new UnusableRecord("The record has no id.");
        }
        return id;
    }

    private Object value(Row row, MappedField field) {
        String column = columns.get(field);
        return column == null ? fixed.get(field) : row.fields().get(column);
    }

    private String name(Row row, MappedField field) {
        return FieldReading.name(field.title().toLowerCase(Locale.ROOT), value(row, field));
    }

    private String text(Row row, MappedField field) {
        return FieldReading.text(field.title().toLowerCase(Locale.ROOT), value(row, field));
    }

    private int count(Row row, MappedField field) {
        return FieldReading.count(field.title().toLowerCase(Locale.ROOT), value(row, field));
    }
}
