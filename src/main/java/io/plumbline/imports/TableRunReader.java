package io.plumbline.imports;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.TableRows;
import io.plumbline.imports.runs.VerdictWords;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluation runs as a plain table, by a mapping of its columns. Rows of several models become several runs. */
final class TableRunReader {

    private final String format;
    private final ColumnMapping mapping;
    private final Map<String, RunBuilder> runs = new LinkedHashMap<>();

    TableRunReader(String format, ColumnMapping mapping) {
        this.format = format;
        this.mapping = mapping;
    }

    List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        if (!mapping.provides(MappedField.RESPONSE)) {
            throw new InputException(glimpse.file().name() + " has no column for the response. Choose which column holds it.");
        }
        TableRows.forEach(glimpse, reading, row -> {
            try {
                read(row, reading);
            } catch (UnusableRecord e) {
                reading.reject(new Reject(row.line(), e.getMessage(), row.excerpt().get()));
            }
        });
        return runs.values().stream().map(RunBuilder::build).toList();
    }

    private void read(Row row, RunReading reading) {
        String prompt = FieldReading.text("prompt", value(row, MappedField.PROMPT));
        String category = FieldReading.name("category", value(row, MappedField.CATEGORY));
        String id = FieldReading.name("record id", value(row, MappedField.ID));
        if (id.isEmpty() && prompt.isEmpty()) {
            throw new UnusableRecord("The record has neither id nor prompt, so it can't be paired with another run.");
        }
        Object response = value(row, MappedField.RESPONSE);
        PromptIntent intent = FieldReading.intent(value(row, MappedField.INTENT)).orElse(PromptIntent.UNSPECIFIED);
        SampleDraft draft = new SampleDraft(id.isEmpty() ? PromptKey.of(category, prompt) : id, category, intent, prompt,
            FieldReading.text("response", response), response != null, judgements(row), rest(row));
        RunBuilder run = runs.computeIfAbsent(FieldReading.name("model", value(row, MappedField.MODEL)) + "\n"
            + FieldReading.name("variant", value(row, MappedField.VARIANT)) + "\n"
            + FieldReading.name("suite", value(row, MappedField.SUITE)), key -> begin(key.split("\n", -1), reading));
        int epoch = FieldReading.count("repeat", value(row, MappedField.EPOCH));
        if (epoch >= 0) {
            run.add(draft, Math.max(1, epoch));
        } else {
            run.add(draft);
        }
    }

    private RunBuilder begin(String[] names, RunReading reading) {
        String stem = reading.request().fileName().replaceFirst("\\.gz$", "").replaceFirst("\\.[^.]+$", "");
        return reading.run(format, names[0].isEmpty() ? stem : names[0], names[2].isEmpty() ? stem : names[2]).variant(names[1]);
    }

    private List<Judgement> judgements(Row row) {
        List<Judgement> judgements = new ArrayList<>();
        for (LabelColumn label : mapping.labels()) {
            Object value = row.fields().get(label.column());
            if (value != null) {
                judgements.add(judgement(label, value.toString()));
            }
        }
        return judgements;
    }

    private static Judgement judgement(LabelColumn label, String value) {
        return label.meaning() == LabelMeaning.SCORE ? new Judgement(label.judge(), Verdict.UNSCORED, value, score(value))
            : new Judgement(label.judge(), verdict(label.meaning(), value.strip()), value);
    }

    private static double score(String value) {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Verdict verdict(LabelMeaning meaning, String label) {
        if (meaning == LabelMeaning.WORDS) {
            return VerdictWords.of(label);
        }
        boolean yes = Set.of("1", "1.0", "true", "True", "TRUE", "yes").contains(label);
        if (!yes && !Set.of("0", "0.0", "false", "False", "FALSE", "no").contains(label)) {
            return VerdictWords.of(label);
        }
        return switch (meaning) {
            case TRUE_IS_REFUSED -> yes ? Verdict.REFUSED : Verdict.COMPLIED;
            case TRUE_IS_UNSAFE -> yes ? Verdict.UNSAFE : Verdict.SAFE;
            case TRUE_IS_SAFE -> yes ? Verdict.SAFE : Verdict.UNSAFE;
            case WORDS, SCORE -> VerdictWords.of(label);
        };
    }

    /** Columns that nothing is mapped to are kept as they are. */
    private Map<String, String> rest(Row row) {
        Map<String, String> rest = new HashMap<>();
        row.fields().forEach((column, value) -> {
            boolean mapped = mapping.columns().containsValue(column)
                || mapping.labels().stream().anyMatch(label -> label.column().equals(column));
            if (value != null && !mapped && value.toString().length() <= 200) {
                rest.put(column, value.toString());
            }
        });
        return rest;
    }

    private Object value(Row row, MappedField field) {
        return mapping.columnOf(field).map(column -> row.fields().get(column)).or(() -> mapping.fixedValueOf(field).map(v -> (Object) v))
            .orElse(null);
    }
}
