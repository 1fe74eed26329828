package io.plumbline.imports.labels;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Reject;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Utterances that several people rated for abuse (ConvAbuse): severity from 1, none, over 0, ambiguous, to −3, very strong, as one column a
 * level. The splits have columns for each rater, the full table a row for each. What was rated is what the user said; it is kept as the
 * response, since that is what detectors read.
 */
public final class RaterTableReader implements RunReader {

    private static final Pattern LEVEL = Pattern.compile("(?:(?<rater>.+?)[_.])?is_abuse\\.(?<level>-?\\d)");
    private static final Pattern KIND = Pattern.compile("(?:(?<rater>.+?)[_.])?(?:type[._])?"
        + "(?<kind>ableist|ableism|homophobic|intellectual|racist|sexist|sexism|sex_harassment|transphobic)");
    private static final int AMBIGUOUS = 0;

    @Override
    public String format() {
        return "convabuse";
    }

    @Override
    public String title() {
        return "Ratings of abuse by several people";
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LABELS;
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.CSV && glimpse.hasColumns("user")
            && glimpse.columns().stream().filter(column -> LEVEL.matcher(column).matches()).count() >= 2;
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        RunBuilder run = reading.run(format(), "no model", "ConvAbuse").purpose(RunPurpose.REFERENCE)
            .metadata("scale", "1 not abusive, 0 ambiguous, −1 mildly, −2 strongly, −3 very strongly abusive");
        Map<String, Item> items = new LinkedHashMap<>();
        TableRows.forEach(glimpse, reading, row -> {
            String utterance = text(row, "user");
            if (utterance.isEmpty()) {
                reading.reject(new Reject(row.line(), "The row has no utterance of a user.", row.excerpt().get()));
                return;
            }
            items.computeIfAbsent(id(row) + "\n" + utterance, key -> new Item(row)).rate(row);
        });
        items.values().forEach(item -> run.add(item.draft()));
        int unclear = items.values().stream().mapToInt(item -> item.unclear).sum();
        if (unclear > 0) {
            run.metadata("unclear ratings", unclear + " ratings name no severity or several and count for none");
        }
        return List.of(run.build());
    }

    private static String id(Row row) {
        String id = text(row, "example_id").isEmpty() ? text(row, "example_no") : text(row, "example_id");
        return id.replaceFirst("\\.0$", "");
    }

    private static String text(Row row, String column) {
        Object value = row.fields().get(column);
        return value == null ? "" : value.toString().strip();
    }

    /** One utterance and what was said of it. */
    private static final class Item {

        private final Row row;
        private final Map<String, Judgement> judgements = new LinkedHashMap<>();
        private final Set<String> kinds = new TreeSet<>();
        private int unclear;

        Item(Row row) {
            this.row = row;
        }

        /** Takes the ratings of a row; a rater who rated the item before keeps the first word. */
        void rate(Row ratings) {
            String only = text(ratings, "annotator_id").isEmpty() ? text(ratings, "Annotator_ID") : text(ratings, "annotator_id");
            Map<String, List<Integer>> levels = new LinkedHashMap<>();
            Set<String> spoke = new TreeSet<>();
            for (Map.Entry<String, Object> field : ratings.fields().entrySet()) {
                String value = field.getValue() == null ? "" : field.getValue().toString().strip();
                boolean yes = value.equals("1") || value.equals("1.0");
                Matcher level = LEVEL.matcher(field.getKey());
                Matcher kind = KIND.matcher(field.getKey());
                if (level.matches() && !value.isEmpty()) {
                    String rater = rater(level.group("rater"), only);
                    spoke.add(rater);
                    if (yes) {
                        levels.computeIfAbsent(rater, name -> new ArrayList<>()).add(Integer.valueOf(level.group("level")));
                    }
                } else if (yes && kind.matches()) {
                    kinds.add(kind.group("kind"));
                }
            }
            for (String rater : spoke) {
                List<Integer> said = levels.getOrDefault(rater, List.of());
                if (said.size() == 1) {
                    judgements.putIfAbsent(rater, judgement(rater, said.get(0)));
                } else {
                    unclear++;
                }
            }
        }

        private static String rater(String inColumn, String only) {
            return inColumn != null ? inColumn : only.isEmpty() ? "annotator" : "annotator " + only.replaceFirst("\\.0$", "");
        }

        private static Judgement judgement(String rater, int severity) {
            Verdict verdict = severity == AMBIGUOUS ? Verdict.UNSCORED : severity < 0 ? Verdict.UNSAFE : Verdict.SAFE;
            return new Judgement(rater, verdict, Integer.toString(severity), severity);
        }

        SampleDraft draft() {
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("conversation", text(row, "conv_id"));
            metadata.put("previous agent", text(row, "prev_agent"));
            metadata.put("previous user", text(row, "prev_user"));
            metadata.put("bot", text(row, "bot"));
            metadata.put("kinds of abuse", String.join(", ", kinds));
            metadata.values().removeIf(String::isEmpty);
            return new SampleDraft(id(row), "", PromptIntent.UNSPECIFIED, text(row, "agent"), text(row, "user"), true,
                List.copyOf(judgements.values()), metadata);
        }
    }
}
