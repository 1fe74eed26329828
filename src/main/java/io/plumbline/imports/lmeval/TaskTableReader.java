package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.TableRows;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of task scores, as people keep the results of MMLU and its like: a row for each task, with a column for each metric
 * ({@code task, acc, acc_stderr, n}), or a row for each metric of each task ({@code task, metric, value, stderr}).
 */
public final class TaskTableReader implements RunReader {

    private static final List<String> TASKS = List.of("task", "tasks", "subject", "subtask", "benchmark");
    private static final List<String> MODELS = List.of("model", "model_name", "checkpoint");
    private static final List<String> COUNTS = List.of("n", "n_samples", "num_samples", "samples", "total", "effective", "count");
    private static final List<String> ERRORS = List.of("stderr", "std_err", "se", "standard_error");
    private static final Pattern METRIC = Pattern.compile("(?i)(?:acc|accuracy|acc_norm|exact_match|em|f1|mc1|mc2|pass@\\d+|bleu|rouge\\w*|perplexity|"
        + "word_perplexity|byte_perplexity|bits_per_byte|brier_score|mcc)(?:,[\\w-]+)?");
    private static final Pattern TEXTS = Pattern.compile("(?i)response|completion|generation|output|prompt|answer|question|resps|doc_id");

    @Override
    public String format() {
        return "task-table";
    }

    @Override
    public String title() {
        return "Table of task scores";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape().isTable() && column(glimpse.columns(), TASKS).isPresent()
            && glimpse.columns().stream().noneMatch(column -> TEXTS.matcher(column).matches())
            && (isLong(glimpse.columns()) || glimpse.columns().stream().anyMatch(column -> METRIC.matcher(column).matches()));
    }

    private static boolean isLong(List<String> columns) {
        return column(columns, List.of("metric")).isPresent() && column(columns, List.of("value", "score")).isPresent();
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        String task = column(glimpse.columns(), TASKS).orElseThrow();
        Optional<String> model = column(glimpse.columns(), MODELS);
        Map<String, Map<String, TaskScores>> scores = new LinkedHashMap<>();
        TableRows.forEach(glimpse, reading, row -> {
            String name = text(row, task);
            if (name.isEmpty()) {
                reading.reject(new Reject(row.line(), "The row names no task.", row.excerpt().get()));
                return;
            }
            TaskScores taken = scores.computeIfAbsent(model.map(column -> text(row, column)).orElse(""), m -> new LinkedHashMap<>())
                .computeIfAbsent(name, t -> new TaskScores(t, count(row), JsonNodeFactory.instance.missingNode()));
            if (isLong(glimpse.columns())) {
                takeLong(row, taken);
            } else {
                row.fields().forEach((column, value) -> takeWide(column, value, taken));
            }
            taken.unusable().forEach(metric -> reading.reject(new Reject(row.line(), "The score “" + metric + "” of the task " + name
                + " is not a number.", row.excerpt().get())));
        });
        List<RunData> runs = new ArrayList<>();
        scores.forEach((name, tasks) -> byPurpose(tasks).forEach((purpose, some) -> runs.add(run(glimpse, name, purpose, some, reading))));
        if (runs.stream().allMatch(run -> run.run().results().isEmpty())) {
            throw new InputException(glimpse.file().name() + " holds no score of a task that is a number: there is nothing to import.");
        }
        return runs;
    }

    private static Map<RunPurpose, List<Map.Entry<String, TaskScores>>> byPurpose(Map<String, TaskScores> tasks) {
        Map<RunPurpose, List<Map.Entry<String, TaskScores>>> byPurpose = new LinkedHashMap<>();
        tasks.entrySet().stream().filter(task -> !task.getValue().isEmpty()).forEach(task -> byPurpose.computeIfAbsent(BenchmarkCatalogue.builtIn()
            .purposeOf(task.getKey(), RunPurpose.CAPABILITY), purpose -> new ArrayList<>()).add(task));
        return byPurpose;
    }

    private RunData run(Glimpse glimpse, String model, RunPurpose purpose, List<Map.Entry<String, TaskScores>> tasks, RunReading reading) {
        String stem = glimpse.file().name().replaceFirst("\\.(?:gz|zst)$", "").replaceFirst("\\.[^.]+$", "");
        RunBuilder run = reading.run(format(), model.isEmpty() ? stem : model, tasks.size() == 1 ? tasks.get(0).getKey() : stem).purpose(purpose);
        tasks.forEach(task -> task.getValue().addTo(run));
        return run.build();
    }

    private static void takeLong(Row row, TaskScores scores) {
        String metric = text(row, "metric");
        String filter = text(row, "filter");
        String name = metric + (filter.isEmpty() ? "" : "," + filter);
        take(name, text(row, row.fields().containsKey("value") ? "value" : "score"), scores);
        for (String error : ERRORS) {
            if (!text(row, error).isEmpty()) {
                take(metric + "_stderr" + (filter.isEmpty() ? "" : "," + filter), text(row, error), scores);
            }
        }
    }

    private static void takeWide(String column, Object value, TaskScores scores) {
        String plain = column.toLowerCase(Locale.ROOT);
        if (value != null && METRIC.matcher(column.replaceFirst("_stderr", "")).matches()) {
            take(column, value.toString(), scores);
        } else if (value != null && ERRORS.contains(plain)) {
            scores.onlyError(value.toString());
        }
    }

    private static void take(String name, String value, TaskScores scores) {
        String number = value.strip().replaceFirst("^± *", "");
        boolean percent = number.endsWith("%");
        try {
            double read = Double.parseDouble(percent ? number.substring(0, number.length() - 1) : number);
            scores.take(name, DoubleNode.valueOf(percent ? read / 100 : read));
        } catch (NumberFormatException e) {
            scores.take(name, TextNode.valueOf(value));
        }
    }

    private static int count(Row row) {
        for (String column : COUNTS) {
            String text = text(row, column);
            if (text.matches("\\d{1,9}(?:\\.0)?")) {
                return (int) Double.parseDouble(text);
            }
        }
        return -1;
    }

    private static Optional<String> column(List<String> columns, List<String> names) {
        return names.stream().flatMap(name -> columns.stream().filter(column -> column.equalsIgnoreCase(name))).findFirst();
    }

    private static String text(Row row, String column) {
        Object value = row.fields().get(column);
        return value == null ? "" : value.toString().strip();
    }
}
