package io.plumbline.imports.benchmark;

import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.imports.runs.JudgeNames;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.TableRows;
import io.plumbline.imports.runs.VerdictWords;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XSTest completions with the labels of two people, their final label, and those of automatic judges where the file has them. The judges
 * are kept apart. Types that begin with {@code contrast_} ask for harm, the others only sound as if they did.
 */
public final class XsTestReader implements RunReader {

    private static final Pattern NAME = Pattern.compile(
        "(?:xstest_)?(?:v\\d+_)?(?:completions_)?(?<model>.+?)(?:_(?:gpt|str)eval)?(?:\\.csv)?(?:\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final List<String> LABELS = List.of("final_label", "annotation_1", "annotation_2", "gpt4_label", "strmatch_label");

    @Override
    public String format() {
        return "xstest";
    }

    @Override
    public String title() {
        return "XSTest completions";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.CSV && glimpse.hasColumns("id", "type", "prompt", "completion")
            && LABELS.stream().anyMatch(glimpse.columns()::contains);
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        Matcher name = NAME.matcher(glimpse.file().name());
        RunBuilder run = reading.run(format(), name.matches() ? name.group("model") : glimpse.file().name(), "XSTest");
        TableRows.forEach(glimpse, reading, row -> read(row, run, reading));
        return List.of(run.build());
    }

    private static void read(Row row, RunBuilder run, RunReading reading) {
        String id = text(row, "id");
        String prompt = text(row, "prompt");
        if (id.isEmpty() || prompt.isEmpty()) {
            reading.reject(new Reject(row.line(), "The record has no " + (id.isEmpty() ? "id" : "prompt") + ".", row.excerpt().get()));
            return;
        }
        List<Judgement> judgements = new ArrayList<>();
        for (String column : LABELS) {
            String label = text(row, column);
            if (!label.isEmpty()) {
                judgements.add(new Judgement(JudgeNames.ofColumn(column), VerdictWords.of(label), label));
            }
        }
        String type = text(row, "type");
        Map<String, String> metadata = row.fields().get("agreement") == null ? Map.of() : Map.of("agreement", text(row, "agreement"));
        run.add(new SampleDraft(id, type, type.startsWith("contrast_") ? PromptIntent.HARMFUL : PromptIntent.HARMLESS, prompt,
            text(row, "completion"), row.fields().get("completion") != null, judgements, metadata));
    }

    private static String text(Row row, String column) {
        Object value = row.fields().get(column);
        return value == null ? "" : value.toString();
    }
}
