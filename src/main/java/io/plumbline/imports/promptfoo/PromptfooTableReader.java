package io.plumbline.imports.promptfoo;

import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.TableRows;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * promptfoo's table: a row for each test, a column for each variable, then one for each prompt of each provider, named
 * {@code [provider] prompt}. It is the poorest of the three files; a variable that is 0 comes out empty.
 */
public final class PromptfooTableReader implements RunReader {

    private static final Pattern OUTPUT = Pattern.compile("\\[(?<provider>.+?)\\] (?<prompt>.*)", Pattern.DOTALL);
    private static final List<String> PROMPTS = List.of("prompt", "question", "input", "query", "message");
    private static final List<String> CATEGORIES = List.of("category", "harm_category", "harmCategory", "type");

    @Override
    public String format() {
        return "promptfoo-csv";
    }

    @Override
    public String title() {
        return "promptfoo results (.csv)";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.CSV && glimpse.columns().stream().filter(column -> OUTPUT.matcher(column).matches())
            .anyMatch(column -> glimpse.firstRows().stream().map(row -> row.fields().get(column))
                .anyMatch(cell -> cell != null && PromptfooCell.isCell(cell.toString())));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        Map<String, RunBuilder> runs = new LinkedHashMap<>();
        List<String> outputs = glimpse.columns().stream().filter(column -> OUTPUT.matcher(column).matches()).toList();
        List<String> providers = outputs.stream().map(PromptfooTableReader::provider).toList();
        for (String column : outputs) {
            boolean several = providers.stream().filter(provider(column)::equals).count() > 1;
            runs.put(column, reading.run(format(), provider(column), "promptfoo").variant(several ? prompt(column) : ""));
        }
        int[] test = {0};
        TableRows.forEach(glimpse, reading, row -> {
            for (String column : outputs) {
                Object cell = row.fields().get(column);
                Optional<PromptfooCell> read = cell == null ? Optional.empty() : PromptfooCell.of(cell.toString());
                if (read.isPresent()) {
                    runs.get(column).add(sample(test[0], row, column, read.get(), outputs));
                } else {
                    reading.reject(new Reject(row.line(), "The cell under “" + column + "” does not begin with [PASS], [FAIL] or [ERROR].",
                        cell == null ? "" : cell.toString().substring(0, Math.min(100, cell.toString().length()))));
                }
            }
            test[0]++;
        });
        return runs.values().stream().filter(run -> !run.samples().isEmpty()).map(RunBuilder::build).toList();
    }

    private static SampleDraft sample(int test, Row row, String column, PromptfooCell cell, List<String> outputs) {
        Map<String, String> metadata = new LinkedHashMap<>();
        row.fields().forEach((name, value) -> {
            if (value != null && !outputs.contains(name) && value.toString().length() <= 2000) {
                metadata.put("vars." + name, value.toString());
            }
        });
        if (!cell.reason().isEmpty()) {
            metadata.put("reason", cell.reason());
        }
        if (cell.isError()) {
            metadata.put("error", cell.text());
        }
        return new SampleDraft("test " + test, first(row, CATEGORIES), PromptIntent.UNSPECIFIED, promptOf(row, column),
            cell.isError() ? "" : cell.text(), !cell.isError(), cell.judgements(), metadata);
    }

    private static String promptOf(Row row, String column) {
        String rendered = prompt(column);
        for (Map.Entry<String, Object> variable : row.fields().entrySet()) {
            rendered = rendered.replace("{{" + variable.getKey() + "}}", variable.getValue() == null ? "" : variable.getValue().toString());
        }
        return rendered.isBlank() ? first(row, PROMPTS) : rendered;
    }

    private static String first(Row row, List<String> columns) {
        return columns.stream().map(row.fields()::get).filter(value -> value != null).map(Object::toString).findFirst().orElse("");
    }

    private static String provider(String column) {
        Matcher parts = OUTPUT.matcher(column);
        return parts.matches() ? parts.group("provider") : column;
    }

    private static String prompt(String column) {
        Matcher parts = OUTPUT.matcher(column);
        return parts.matches() ? parts.group("prompt") : "";
    }
}
