package io.plumbline.imports;

import io.plumbline.domain.LogRecord;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.source.FieldValues;
import java.time.Instant;
import java.util.Arrays;
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
    private final String[] titles = new String[FIELDS.length];
    private final int[] names;
    private final int[] texts;
    private final int[] counts;
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
            titles[field.ordinal()] = field.title().toLowerCase(Locale.ROOT);
        }
        names = provided(MappedField.MODEL, MappedField.CATEGORY, MappedField.ID, MappedField.USER, MappedField.SESSION, MappedField.CONTEXT,
            MappedField.LANGUAGE, MappedField.TOPIC, MappedField.FINISH_REASON, MappedField.DETECTOR_VERSION);
        texts = provided(MappedField.PROMPT, MappedField.RESPONSE);
        counts = provided(MappedField.TURN, MappedField.PROMPT_TOKENS, MappedField.COMPLETION_TOKENS);
    }

    private int[] provided(MappedField... fields) {
        return Arrays.stream(fields).mapToInt(MappedField::ordinal).filter(field -> columnOf[field] != NO_COLUMN || fixed[field] != null)
            .toArray();
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
        Fields fields = read(row);
        String category = fields.text(MappedField.CATEGORY);
        return new LogRecord(id(row, fields), fields.time, fields.text(MappedField.MODEL), pseudonym.apply(fields.text(MappedField.USER)),
            fields.text(MappedField.SESSION), Math.max(0, fields.count(MappedField.TURN)), fields.text(MappedField.CONTEXT),
            fields.text(MappedField.LANGUAGE), category.equalsIgnoreCase(LogRecord.BENIGN) ? LogRecord.BENIGN : category,
            fields.text(MappedField.TOPIC), fields.text(MappedField.PROMPT), fields.text(MappedField.RESPONSE),
            fields.text(MappedField.FINISH_REASON), fields.count(MappedField.PROMPT_TOKENS), fields.count(MappedField.COMPLETION_TOKENS),
            FieldReading.millis("latency", value(row, MappedField.LATENCY_MILLIS)),
            FieldReading.refused(value(row, MappedField.REFUSED)), FieldReading.score("toxicity", value(row, MappedField.TOXICITY)),
            fields.text(MappedField.DETECTOR_VERSION), FieldReading.canary(value(row, MappedField.CANARY)),
            FieldReading.probability("sampling probability", value(row, MappedField.SAMPLING_PROBABILITY)),
            FieldReading.feedback(value(row, MappedField.FEEDBACK)));
    }

    /** What most fields are read alike for, in loops: one place for each kind is compiled in a tenth of the time that one for each field takes. */
    private Fields read(FieldValues row) {
        Fields fields = new Fields(FieldReading.time(value(row, MappedField.TIME)));
        for (int field : names) {
            fields.texts[field] = FieldReading.name(titles[field], value(row, field));
        }
        for (int field : texts) {
            fields.texts[field] = FieldReading.text(titles[field], value(row, field));
        }
        for (int field : counts) {
            fields.counts[field] = FieldReading.count(titles[field], value(row, field));
        }
        if (fields.text(MappedField.MODEL).isEmpty()) {
            throw new UnusableRecord("The record names no model.");
        }
        return fields;
    }

    /**
     * Without a column for it, the content names the record, so that the same record is recognised when it comes again. The user is left
     * out: a plain hash of content that is otherwise known would give the user away to whoever tries all users.
     */
    private String id(FieldValues row, Fields fields) {
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
        String id = fields.text(MappedField.ID);
        if (id.isEmpty()) {
            throw new UnusableRecord("The record has no id.");
        }
        return id;
    }

    private Object value(FieldValues row, MappedField field) {
        return value(row, field.ordinal());
    }

    private Object value(FieldValues row, int field) {
        int column = columnOf[field];
        return column == NO_COLUMN ? fixed[field] : row.get(column);
    }

    /** Fields of one record by their ordinals. */
    private static final class Fields {

        private final Instant time;
        private final String[] texts = new String[FIELDS.length];
        private final int[] counts = new int[FIELDS.length];

        Fields(Instant time) {
            this.time = time;
            Arrays.fill(texts, "");
            Arrays.fill(counts, -1);
        }

        String text(MappedField field) {
            return texts[field.ordinal()];
        }

        int count(MappedField field) {
            return counts[field.ordinal()];
        }
    }
}
