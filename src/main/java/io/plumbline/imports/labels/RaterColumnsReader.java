package io.plumbline.imports.labels;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.runs.TableRows;
import io.plumbline.imports.runs.VerdictWords;
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

/** Texts with a column for each of several raters ({@code rater_1, rater_2, …}) and nothing that says which model wrote them. */
public final class RaterColumnsReader implements RunReader {

    private static final Pattern RATER = Pattern.compile("(?i)(?:rater|annotator|annotation|coder|labell?er|reviewer|judge)[ _.-]?(?:\\d+|[a-z])"
        + "(?:[ _.-](?:label|rating|score))?");
    private static final List<String> ABOUT_A_MODEL = List.of("prompt", "model", "completion");
    private static final List<String> TEXTS = List.of("text", "response", "utterance", "comment", "content", "sentence", "output");
    private static final List<String> IDS = List.of("id", "item_id", "item", "text_id", "example_id", "unit");

    @Override
    public String format() {
        return "rater-columns";
    }

    @Override
    public String title() {
        return "Texts with ratings of several people";
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LABELS;
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape().isTable() && raters(glimpse).size() >= 2 && column(glimpse, TEXTS).isPresent()
            && glimpse.columns().stream().noneMatch(column -> ABOUT_A_MODEL.contains(column.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        String stem = glimpse.file().name().replaceFirst("\\.(?:gz|zst)$", "").replaceFirst("\\.[^.]+$", "");
        RunBuilder run = reading.run(format(), "no model", stem).purpose(RunPurpose.REFERENCE);
        String column = column(glimpse, TEXTS).orElseThrow();
        Optional<String> id = column(glimpse, IDS);
        List<String> raters = raters(glimpse);
        TableRows.forEach(glimpse, reading, row -> {
            String text = text(row, column);
            if (text.isEmpty()) {
                reading.reject(new Reject(row.line(), "The row has no text that could have been rated.", row.excerpt().get()));
                return;
            }
            List<Judgement> judgements = new ArrayList<>();
            raters.stream().filter(rater -> !text(row, rater).isEmpty()).forEach(rater -> judgements.add(judgement(rater, text(row, rater))));
            Map<String, String> facts = new LinkedHashMap<>();
            row.fields().forEach((name, value) -> {
                if (value != null && !raters.contains(name) && !name.equals(column) && value.toString().length() <= 200) {
                    facts.put(name, value.toString());
                }
            });
            String key = id.map(name -> text(row, name)).filter(name -> !name.isEmpty()).orElseGet(() -> PromptKey.of("", text));
            run.add(new SampleDraft(key, text(row, "category"), PromptIntent.UNSPECIFIED, "", text, true, judgements, facts));
        });
        return List.of(run.build());
    }

    private static Judgement judgement(String rater, String said) {
        Verdict verdict = VerdictWords.of(said);
        try {
            return new Judgement(rater, verdict, said, Double.parseDouble(said));
        } catch (NumberFormatException word) {
            return new Judgement(rater, verdict, said);
        }
    }

    private static List<String> raters(Glimpse glimpse) {
        return glimpse.columns().stream().filter(column -> RATER.matcher(column).matches()).toList();
    }

    private static Optional<String> column(Glimpse glimpse, List<String> names) {
        return names.stream().flatMap(name -> glimpse.columns().stream().filter(column -> column.equalsIgnoreCase(name))).findFirst();
    }

    private static String text(Row row, String column) {
        Object value = row.fields().get(column);
        return value == null ? "" : value.toString().strip();
    }
}
